import { KINDS, OUTCOMES, SOURCES } from '@otklik/model/appeals'
import type { AppealLine } from '@otklik/model/appeals/api'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { stateWord } from '../words.ts'

/** The columns of the register; the term first of what can be sorted by eye. */
export function useAppealColumns(): Column<AppealLine>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'number',
        title: t('appeals.number'),
        value: ({ number }) => number ?? t('appeals.noNumber'),
        show: ({ id, number }) => (
          <Link to="/appeals/$appeal" params={{ appeal: String(id) }}>
            {number ?? t('appeals.noNumber')}
          </Link>
        ),
      },
      { id: 'excerpt', title: t('appeals.text'), wide: true, value: ({ excerpt }) => excerpt },
      { id: 'state', title: t('appeals.state'), value: ({ state }) => stateWord(state) },
      {
        id: 'actBy',
        title: t('appeals.actBy'),
        value: ({ actBy }) => actBy,
        show: ({ actBy, due, overdue, rule }) =>
          overdue ? (
            <strong style={{ color: 'var(--o-danger)' }}>
              {t('appeals.overdueSince', { day: format.day(due ?? '') })}
            </strong>
          ) : actBy === null ? (
            rule !== null && t('appeals.notCounted')
          ) : (
            format.day(actBy)
          ),
      },
      { id: 'executor', title: t('appeals.executor'), value: ({ executor }) => executor },
      { id: 'kind', title: t('appeals.kind'), value: ({ kind }) => KINDS[kind] },
      { id: 'source', title: t('appeals.source'), value: ({ source }) => SOURCES[source] },
      { id: 'authority', title: t('appeals.authority'), wide: true, value: ({ authority }) => authority },
      {
        id: 'received',
        title: t('appeals.received'),
        value: ({ received }) => received,
        show: ({ received }) => format.day(received),
      },
      {
        id: 'answered',
        title: t('appeals.answered'),
        extra: true,
        value: ({ answered }) => answered,
        show: ({ answered }) => answered && format.day(answered),
      },
      { id: 'outcome', title: t('appeals.outcome'), extra: true, value: ({ outcome }) => outcome && OUTCOMES[outcome] },
      { id: 'service', title: t('appeals.service'), extra: true, value: ({ service }) => service },
    ],
    [t, format],
  )
}
