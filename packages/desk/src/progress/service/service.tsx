import { type AlarmCase, listAlarmCases, readFilters, readService, type ServicePage } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { Failure } from '../../shared/api/problem.ts'
import { asked } from '../../shared/api/queries.ts'
import { FilterBar } from '../../shared/filters/filter-bar.tsx'
import { sliceOf } from '../../shared/filters/slice.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { FileLinks } from '../../shared/table/file-links.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { alarmFiles, caseFiles } from '../alarms/alarm-files.ts'
import { CaseList } from '../alarms/case-list.tsx'
import { AlarmScope } from '../alarms/alarm-scope.tsx'
import { FigureCard } from '../figures/figure-card.tsx'
import { AgainstSwitch } from '../figures/against-switch.tsx'
import { FIGURES } from '../figures/figures.ts'
import { MonthChart } from '../figures/month-chart.tsx'
import { ChartNotes } from '../notes/chart-notes.tsx'
import { ServiceRatings } from './service-ratings.tsx'
import { ServiceStatuses } from './service-statuses.tsx'
import { Signals } from '../alarms/signals.tsx'
import { SliceTable } from '../figures/slice-table.tsx'
import { ServiceSurveys } from '../../surveys/service-surveys.tsx'

const route = getRouteApi('/desk/services/$service')

export function ServiceScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const { service } = route.useParams()
  const { service: _, ...slice } = useSlice()
  const query = useQuery({
    ...asked(readService, { params: { service }, query: slice }),
    placeholderData: (before) => (before?.service.id === service ? before : undefined),
  })
  const place = (
    <Link to="/services" search={sliceOf}>
      {t('nav.services')}
    </Link>
  )
  const missing = query.error instanceof Failure && query.error.status === 404
  const about =
    query.data &&
    t('overview.about', {
      period: format.period(query.data.period.from, query.data.period.to),
      previous: format.period(query.data.previous.from, query.data.previous.to),
    })
  return (
    <Page place={place} title={query.data?.service.name ?? t('service.loading', { id: service })} about={about}>
      {!missing && <FilterBar without={['service']} period={query.data?.period} />}
      {!missing && <AgainstSwitch />}
      {missing ? (
        <Empty
          title={t('service.missing')}
          text={t('service.missingText')}
          action={
            <Link to="/services" search={sliceOf}>
              {t('service.toList')}
            </Link>
          }
        />
      ) : (
        <Asked query={query} lines={12}>
          {(page) => <ServiceBody page={page} />}
        </Asked>
      )}
    </Page>
  )
}

function ServiceBody({ page }: { readonly page: ServicePage }) {
  const { t } = useTranslation()
  const { total, previousTotal, months, previousMonths, closedThrough, period, previous, alarms, service } = page
  const cases = useQuery(asked(listAlarmCases, { query: { state: 'all', service: service.id } })).data?.cases ?? []
  const goOn = cases.filter(({ endedIn, status }) => endedIn === null && status !== 'acknowledged')
  const empty = total.submitted + total.decided + total.ratings === 0
  return (
    <>
      <ServiceFacts page={page} />
      {empty && <Empty title={t('service.empty')} text={t('overview.emptyText')} />}
      {!empty && (
        <>
          <div className="columns">
            {FIGURES.map((figure) => (
              <FigureCard
                key={figure}
                figure={figure}
                total={total}
                previous={previousTotal}
                previousPeriod={previous}
                months={months}
                closedThrough={closedThrough}
                period={period}
                cases={goOn.filter((one) => one.figure === figure)}
                service={service.id}
              />
            ))}
          </div>
          {cases.length > 0 && <ServiceCases cases={cases} service={service.id} />}
          <Signals service={service.id} named={false} />
          <div className="columns">
            {FIGURES.map((figure) => (
              <section key={figure} className="panel" aria-label={t(`figures.${figure}`)}>
                <MonthChart
                  figure={figure}
                  months={months}
                  before={previousMonths}
                  closedThrough={closedThrough}
                  period={period}
                  alarms={alarms.filter((alarm) => alarm.figure === figure).map(({ month }) => month)}
                  service={service.id}
                  height={220}
                />
              </section>
            ))}
          </div>
          <div className="panel">
            <ChartNotes service={service.id} period={period} />
          </div>
          <ServiceRatings page={page} />
          <ServiceSurveys service={service.id} />
          <SliceTable by="channel" rows={page.channels} page={page} />
          <SliceTable by="region" rows={page.regions} page={page} />
          <SliceTable by="office" rows={page.offices} page={page} />
          <ServiceStatuses page={page} />
        </>
      )}
    </>
  )
}

function ServiceCases({ cases, service }: { readonly cases: readonly AlarmCase[]; readonly service: string }) {
  const { t } = useTranslation()
  return (
    <section className="panel stack" aria-label={t('alarms.title')}>
      <h2>{t('alarms.title')}</h2>
      <AlarmScope />
      <CaseList cases={cases} named={false} />
      <div className="row no-print">
        <FileLinks files={caseFiles({ state: 'all', service })} />
      </div>
      <div className="row no-print">
        <span className="dim small">{t('cases.literal')}</span>
        <FileLinks files={alarmFiles({ state: 'all', service })} />
      </div>
    </section>
  )
}

function ServiceFacts({ page: { service } }: { readonly page: ServicePage }) {
  const { t } = useTranslation()
  const may = useMay()
  const filters = useQuery(asked(readFilters, {}))
  const region = filters.data?.regions.find(({ id }) => id === service.region)?.name
  const norm =
    service.termDays === null
      ? t('service.noNorm')
      : `${service.termDays} ${t(service.termUnit === 'календарные' ? 'service.calendarDays' : 'service.workingDays', { count: service.termDays })}`
  return (
    <div className="panel stack-tight">
      <Facts
        facts={[
          { name: t('service.number'), value: service.id },
          { name: t('service.authority'), value: service.authority },
          { name: t('service.kind'), value: service.kind },
          { name: t('service.region'), value: region ?? service.region ?? t('service.federal') },
          { name: t('service.norm'), value: norm },
        ]}
      />
      {!service.known && (
        <p className="dim" style={{ margin: 0 }}>
          {t('service.unknown')}{' '}
          {may('register.read') && (
            <Link to="/register" search={{ find: service.id }}>
              {t('nav.register')}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}
