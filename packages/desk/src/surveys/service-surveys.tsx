import { type CampaignRow, listCampaigns, readResults } from '@otklik/model/surveys/api'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/rights.ts'
import { asked } from '../shared/api/queries.ts'
import { useFormat } from '../shared/i18n/index.ts'
import { SmallTable } from '../shared/table/small-table.tsx'
import { figuresOf, type ItemResult, useFigureText } from './campaign/results/figure-text.ts'
import { SurveyState } from './survey-state.tsx'

/** So many are shown: each is asked for its figure. */
const MOST = 6
/** What a survey says of a service in one figure; the first that it has. */
const TELLING = ['satisfaction_service', 'satisfaction_overall', 'recommend']

/** What surveys say of a service, beside the ratings of packages and never added to them. */
export function ServiceSurveys({ service }: { readonly service: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const query = useQuery({
    ...asked(listCampaigns, { query: { service, limit: MOST } }),
    enabled: may('surveys.read'),
  })
  const begun = query.data?.rows.filter(({ state }) => state !== 'draft') ?? []
  if (begun.length === 0) return null
  return <Campaigns service={service} rows={begun} title={t('surveys.ofService')} />
}

interface CampaignsProps {
  readonly service: string
  readonly rows: readonly CampaignRow[]
  readonly title: string
}

function Campaigns({ service, rows, title }: CampaignsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useFigureText()
  const results = useQueries({
    queries: rows.map(({ code }) => asked(readResults, { params: { code }, query: { service } })),
  })
  const figure = (questions: readonly ItemResult[]): string => {
    const found = TELLING.flatMap((measure) => questions.find((one) => one.measure === measure) ?? [])
    const [item] = found.filter(({ figures }) => figuresOf(figures).length > 0)
    const [name] = item === undefined ? [] : figuresOf(item.figures)
    if (item === undefined || name === undefined) return '–'
    return `${t(`results.figure_${name}`)}: ${say.value(name, item.figures)}, n ${format.count(item.n.answered)}`
  }
  return (
    <section className="panel stack" aria-label={title}>
      <h2>{title}</h2>
      <SmallTable
        title={title}
        titleHidden
        head={[
          { title: t('surveys.name') },
          { title: t('surveys.state') },
          { title: t('surveys.n'), figures: true },
          { title: t('surveys.figure') },
        ]}
        rows={rows.map(({ code, name, state }, at) => {
          const found = results[at]?.data
          return {
            key: code,
            cells: [
              <Link
                key="name"
                to="/surveys/$campaign"
                params={{ campaign: code }}
                search={{ tab: 'results', ofService: service }}
              >
                {name}
              </Link>,
              <SurveyState key="state" state={state} />,
              found === undefined ? '…' : format.count(found.n.used),
              found === undefined ? '…' : figure(found.questions),
            ],
          }
        })}
      />
    </section>
  )
}
