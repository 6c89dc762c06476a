import { type Campaign, listAnswers, type SurveyAnswer } from '@otklik/model/surveys/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OpenButton } from '../../../certification/objects/open-button.tsx'
import { asked } from '../../../shared/api/queries.ts'
import { useFormat } from '../../../shared/i18n/index.ts'
import type { Column } from '../../../shared/table/columns.ts'
import { DataTable } from '../../../shared/table/data-table.tsx'
import { Pager } from '../../../shared/table/pager.tsx'
import { FindField } from '../../../shared/ui/find-field.tsx'
import { Asked, Empty } from '../../../shared/ui/states.tsx'
import { readCampaignSearch } from '../campaign-search.ts'
import { narrowed } from '../results/narrowed.ts'
import { NarrowResults } from '../results/narrowing.tsx'
import { type SurveyForm, useSurveyForm } from '../../survey-form.ts'
import { AnswerPanel } from './answer-panel.tsx'

const route = getRouteApi('/desk/surveys/$campaign')
const ON_PAGE = 100

/** Single answers, their texts masked. Each look is in the audit. */
export function Answers({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const format = useFormat()
  const search = readCampaignSearch({ ...route.useSearch() })
  const { find, offset } = search
  const navigate = route.useNavigate()
  const [opened, setOpened] = useState<SurveyAnswer | null>(null)
  const form = useSurveyForm(campaign.questionnaire.code, campaign.questionnaire.version)
  const columns = useAnswerColumns(setOpened, form)
  const query = useQuery({
    ...asked(listAnswers, {
      params: { code: campaign.code },
      query: { find, ...narrowed(search), limit: ON_PAGE, offset: Number(offset ?? 0) },
    }),
    placeholderData: (before) => before,
  })
  return (
    <div className="stack">
      <p className="dim" style={{ margin: 0 }}>
        {t('answers.about')}
      </p>
      <NarrowResults campaign={campaign} />
      <FindField
        label={t('answers.find')}
        find={find ?? ''}
        change={(text) =>
          void navigate({ search: (before) => ({ ...before, find: text, offset: undefined }), replace: true })
        }
      />
      <Asked query={query}>
        {({ total, rows }) => (
          <>
            <DataTable
              title={t('answers.found', { count: total, n: format.count(total) })}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              unsorted
              empty={<Empty title={t('answers.none')} text={t('answers.noneText')} />}
            />
            <Pager
              total={total}
              offset={Number(offset ?? 0)}
              size={ON_PAGE}
              go={(to) => void navigate({ search: (before) => ({ ...before, offset: String(to) }) })}
            />
          </>
        )}
      </Asked>
      {opened !== null && <AnswerPanel campaign={campaign} answer={opened} close={() => setOpened(null)} />}
    </div>
  )
}

function useAnswerColumns(open: (answer: SurveyAnswer) => void, form: SurveyForm | undefined): Column<SurveyAnswer>[] {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'day',
        title: t('answers.day'),
        value: ({ day }) => day,
        show: (answer) => (
          <OpenButton
            name={t('answers.dayHour', { day: format.day(answer.day), hour: answer.hour })}
            open={() => open(answer)}
          />
        ),
      },
      { id: 'words', title: t('answers.words'), wide: true, value: (answer) => wordsOf(answer, form) },
      { id: 'service', title: t('campaign.service'), wide: true, value: ({ service }) => service?.name ?? null },
      { id: 'office', title: t('campaign.office'), wide: true, value: ({ office }) => office?.name ?? null },
      { id: 'channel', title: t('campaign.channel'), value: ({ channel }) => t(`surveys.channel_${channel}`) },
      { id: 'outcome', title: t('answers.outcome'), value: ({ outcome }) => t(`answers.outcome_${outcome}`) },
      {
        id: 'excluded',
        title: t('answers.counted'),
        value: ({ excluded }) => t(excluded ? 'actions.no' : 'actions.yes'),
      },
    ],
    [t, format, open, form],
  )
}

/** What somebody wrote in their own words, other texts last. */
function wordsOf({ answers, other }: SurveyAnswer, form: SurveyForm | undefined): string | null {
  const items = [...(form?.prepared.items.values() ?? [])]
  const open = items.flatMap(({ code, type }) => (type === 'text' || type === 'long' ? [answers[code]] : []))
  const written = [...open, ...Object.values(other)].filter((text) => typeof text === 'string')
  return written.length === 0 ? null : written.join(' · ')
}
