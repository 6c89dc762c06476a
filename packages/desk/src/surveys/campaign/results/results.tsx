import { type Campaign, readResults, type SurveyResults } from '@otklik/model/surveys/api'
import type { QueryOf } from '@otklik/model/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { urlOf } from '../../../shared/api/call.ts'
import { asked } from '../../../shared/api/queries.ts'
import { useFormat } from '../../../shared/i18n/index.ts'
import { FileLinks } from '../../../shared/table/file-links.tsx'
import { filesOf } from '../../../shared/table/files.ts'
import { Asked, Empty, Waiting } from '../../../shared/ui/states.tsx'
import { type SurveyForm, useSurveyForm } from '../../survey-form.ts'
import { readCampaignSearch } from '../campaign-search.ts'
import { CompareBy } from './compare-by.tsx'
import { useFigureText } from './figure-text.ts'
import { useGroupNames } from './group-names.ts'
import { GroupTables } from './group-tables.tsx'
import { narrowed } from './narrowed.ts'
import { NarrowResults } from './narrowing.tsx'
import { QuestionResult } from './question-result.tsx'

const route = getRouteApi('/desk/surveys/$campaign')

/** What people answered: every question with its base, its figures and the distribution beside them. */
export function Results({ campaign }: { readonly campaign: Campaign }) {
  const search = readCampaignSearch({ ...route.useSearch() })
  const { by, against } = search
  const { code, questionnaire } = campaign
  const form = useSurveyForm(questionnaire.code, questionnaire.version)
  const asking = { by, against, ...narrowed(search) }
  const query = useQuery({
    ...asked(readResults, { params: { code }, query: asking }),
    placeholderData: (before) => before,
  })
  if (form === undefined) return <Waiting />
  return (
    <div className="stack">
      <NarrowResults campaign={campaign} />
      <Asked query={query}>
        {(results) => <Found campaign={campaign} form={form} results={results} asking={asking} />}
      </Asked>
    </div>
  )
}

type Asking = QueryOf<typeof readResults>

interface FoundProps {
  readonly campaign: Campaign
  readonly form: SurveyForm
  readonly results: SurveyResults
  readonly asking: Asking
}

function Found({ campaign, form, results, asking }: FoundProps) {
  const { t } = useTranslation()
  const { by, against } = asking
  const isNarrowed = Object.values(narrowed(readCampaignSearch({ ...route.useSearch() }))).some(
    (one) => one !== undefined,
  )
  const nameOf = useGroupNames(campaign, by, form.words)
  const file = (format: 'csv' | 'xlsx') =>
    urlOf(readResults, { params: { code: campaign.code }, query: { ...asking, format } })
  if (results.n.read === 0)
    return (
      <Empty
        title={t(isNarrowed ? 'results.noneFound' : 'results.none')}
        text={t(isNarrowed ? 'results.noneFoundText' : 'results.noneText')}
      />
    )
  const told = results.questions.filter(({ options, figures }) => options.length > 0 || Object.keys(figures).length > 0)
  return (
    <div className="stack">
      <div className="row no-print">
        <CompareBy form={form} results={results} nameOf={nameOf} />
        <FileLinks files={filesOf(file)} />
      </div>
      <Counts results={results} />
      {results.groups !== undefined && (
        <GroupTables results={results} words={form.words} nameOf={nameOf} against={against} />
      )}
      <section className="panel stack" aria-label={t('results.questions')}>
        <h2>{t('results.questions')}</h2>
        {told.map((item) => (
          <QuestionResult key={item.code} item={item} words={form.words} />
        ))}
      </section>
    </div>
  )
}

/** How many answers the figures stand on, and which were left out. */
function Counts({ results: { n, csi } }: Pick<FoundProps, 'results'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useFigureText()
  const left = (['screened', 'excluded', 'partial', 'invalid'] as const).filter((name) => n[name] > 0)
  return (
    <section className="panel stack-tight" aria-label={t('results.counted')}>
      <p style={{ margin: 0 }}>
        <strong className="num">{t('results.used', { count: n.used, n: format.count(n.used) })}</strong>
        {left.length > 0 && (
          <span className="dim">
            {' '}
            {t('results.leftOut', {
              list: left.map((name) => t(`results.left_${name}`, { n: format.count(n[name]) })).join(', '),
            })}
          </span>
        )}
      </p>
      {csi !== null && (
        <p className="row" style={{ margin: 0 }}>
          <span>{t('results.csi')}</span>
          <strong className="num">{say.mean(csi)}</strong>
          <span className="dim num">n {format.count(csi.n)}</span>
        </p>
      )}
      <p className="dim small" style={{ margin: 0 }}>
        {t('results.intervals')}
      </p>
    </section>
  )
}
