import type { FeedbackRow } from '@otklik/model/surveys/api'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { sliceOf } from '../../shared/filters/slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'

/** The columns of «Отзывы»: what was said, and until when it is to be answered. */
export function useFeedbackColumns(): Column<FeedbackRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'words',
        title: t('feedback.words'),
        wide: true,
        value: ({ words }) => words,
        show: ({ id, words }) => (
          <Link to="/feedback/$feedback" params={{ feedback: id }} search={sliceOf}>
            {shortened(words)}
          </Link>
        ),
      },
      { id: 'state', title: t('feedback.state'), value: ({ state }) => t(`feedback.state_${state}`) },
      {
        id: 'due',
        title: t('feedback.due'),
        value: ({ due }) => due,
        show: ({ due, overdue, state }) =>
          overdue ? (
            <strong style={{ color: 'var(--o-danger)' }}>{t('feedback.overdueSince', { day: format.day(due) })}</strong>
          ) : (
            (state === 'received' || state === 'in_work') && format.day(due)
          ),
      },
      { id: 'way', title: t('feedback.way'), value: ({ way }) => t(`feedback.way_${way}`) },
      { id: 'service', title: t('campaign.service'), wide: true, value: ({ service }) => service?.name ?? null },
      { id: 'office', title: t('campaign.office'), wide: true, value: ({ office }) => office?.name ?? null },
      { id: 'authority', title: t('surveys.authority'), wide: true, value: ({ authority }) => authority.name },
      {
        id: 'received',
        title: t('feedback.received'),
        value: ({ received }) => received,
        show: ({ received }) => format.day(received),
      },
      { id: 'campaign', title: t('campaign.title'), wide: true, extra: true, value: ({ campaign }) => campaign.name },
      { id: 'sentence', title: t('feedback.sentence'), wide: true, extra: true, value: ({ sentence }) => sentence },
    ],
    [t, format],
  )
}

const SHOWN = 140
const shortened = (words: string): string => (words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()}…` : words)
