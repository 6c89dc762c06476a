import type { CampaignRow } from '@otklik/model/surveys/api'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { sliceOf } from '../../shared/filters/slice.ts'
import { NOTHING } from '../../shared/i18n/format.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { SurveyState } from '../survey-state.tsx'
import { usePeriodText } from './period-text.ts'

/** The columns of «Кого мы сейчас слышим?». */
export function useCampaignColumns(): Column<CampaignRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const periodText = usePeriodText()
  return useMemo(() => {
    const count = (id: 'today' | 'n'): Column<CampaignRow> => ({
      id,
      title: t(`surveys.${id}`),
      figures: true,
      value: (row) => row[id],
      show: (row) => format.count(row[id]),
    })
    return [
      { id: 'authority', title: t('surveys.authority'), wide: true, value: ({ authority }) => authority.name },
      {
        id: 'name',
        title: t('surveys.name'),
        wide: true,
        value: ({ name }) => name,
        show: ({ code, name }) => (
          <Link to="/surveys/$campaign" params={{ campaign: code }} search={sliceOf}>
            {name}
          </Link>
        ),
      },
      {
        id: 'state',
        title: t('surveys.state'),
        value: ({ state }) => t(`surveys.state_${state}`),
        show: ({ state }) => <SurveyState state={state} />,
      },
      count('today'),
      count('n'),
      {
        id: 'completion',
        title: t('surveys.completion'),
        figures: true,
        value: ({ completion }) => completion,
        show: ({ completion }) => format.percent(completion),
      },
      {
        id: 'target',
        title: t('surveys.target'),
        figures: true,
        value: ({ target }) => target,
        show: ({ target }) => (target === null ? NOTHING : format.count(target)),
      },
      { id: 'period', title: t('surveys.period'), value: ({ from }) => from, show: periodText, text: periodText },
      {
        id: 'questionnaire',
        title: t('surveys.questionnaire'),
        wide: true,
        extra: true,
        value: ({ questionnaire }) => t('surveys.titleVersion', questionnaire),
      },
    ]
  }, [t, format, periodText])
}
