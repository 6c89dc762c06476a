import { type Overview, readOverview } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/rights.ts'
import { asked } from '../shared/api/queries.ts'
import { FilterBar } from '../shared/filters/filter-bar.tsx'
import { useSlice } from '../shared/filters/use-slice.ts'
import { useFormat } from '../shared/i18n/index.ts'
import { Page } from '../shared/ui/page.tsx'
import { Asked, Empty } from '../shared/ui/states.tsx'
import { FigureCard } from './figures/figure-card.tsx'
import { AgainstSwitch } from './figures/against-switch.tsx'
import { FigureSwitch } from './figures/figure-switch.tsx'
import { FIGURES } from './figures/figures.ts'
import { MonthChart } from './figures/month-chart.tsx'
import { ChartNotes } from './notes/chart-notes.tsx'
import { OpenCases } from './alarms/open-cases.tsx'
import { RankingTable } from './figures/ranking.tsx'
import { Signals } from './alarms/signals.tsx'
import { FirstSteps } from './first-steps/first-steps.tsx'
import { TodayLine } from './today-line.tsx'
import { useCases } from './alarms/use-cases.ts'

const route = getRouteApi('/desk/')

export function OverviewScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const slice = useSlice()
  const overview = useQuery({ ...asked(readOverview, { query: slice }), placeholderData: (before) => before })
  const { data } = overview
  const about =
    data &&
    t('overview.about', {
      period: format.period(data.period.from, data.period.to),
      previous: format.period(data.previous.from, data.previous.to),
    })
  return (
    <Page place={t('nav.overview')} title={t('overview.title')} about={about}>
      <FilterBar period={data?.period} />
      <AgainstSwitch />
      <Asked query={overview} lines={12}>
        {(given) => (isEmpty(given) ? <NothingYet given={given} /> : <OverviewBody overview={given} />)}
      </Asked>
    </Page>
  )
}

const isEmpty = ({ total, previousTotal }: Overview): boolean =>
  total.submitted + total.decided + total.ratings + previousTotal.submitted === 0

function NothingYet({ given }: { readonly given: Overview }) {
  const { t } = useTranslation()
  const may = useMay()
  const first = given.packages.lastReceivedAt === null
  const action = first ? (
    may('packages.read') && (
      <Link to="/packages">{t(may('packages.send') ? 'overview.sendFirst' : 'nav.packages')}</Link>
    )
  ) : (
    <Link to="." search={{}}>
      {t('filters.reset')}
    </Link>
  )
  const steps = first && may('people.manage')
  return (
    <>
      {steps && <FirstSteps />}
      <Empty
        title={t(first ? 'overview.emptyFirst' : 'overview.empty')}
        text={t(first ? 'overview.emptyFirstText' : 'overview.emptyText')}
        // The last of the steps leads there.
        action={steps ? null : action}
      />
    </>
  )
}

function OverviewBody({ overview }: { readonly overview: Overview }) {
  const { figure = 'refusals' } = route.useSearch()
  const { service, authority } = useSlice()
  const cases = useCases().data?.cases
  const { total, previousTotal, months, previousMonths, closedThrough, period, previous } = overview
  return (
    <>
      <TodayLine overview={overview} cases={cases} />
      <div className="columns">
        {FIGURES.map((name) => (
          <FigureCard
            key={name}
            figure={name}
            total={total}
            previous={previousTotal}
            previousPeriod={previous}
            months={months}
            closedThrough={closedThrough}
            period={period}
            cases={cases?.filter((one) => one.figure === name && one.endedIn === null) ?? []}
          />
        ))}
      </div>
      <OpenCases />
      <Signals service={service} authority={authority} />
      <section className="panel stack">
        <FigureSwitch figure={figure} />
        <MonthChart
          figure={figure}
          months={months}
          before={previousMonths}
          closedThrough={closedThrough}
          period={period}
        />
        <ChartNotes period={period} />
        <RankingTable figure={figure} />
      </section>
    </>
  )
}
