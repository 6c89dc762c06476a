import { type MeasureWhole, readMeasure } from '@otklik/model/change/api'
import { MEASURE_STATES } from '@otklik/model/change/measures'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { EffectPanel } from './effect-panel.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { MeasureSteps } from './measure-steps.tsx'

const route = getRouteApi('/desk/measures/$measure')

/** One measure: who does what by when, what shows that it is done, and what it changed. */
export function MeasureScreen() {
  const { t } = useTranslation()
  const id = Number(route.useParams().measure)
  const query = useQuery(asked(readMeasure, { params: { id } }))
  return (
    <Page
      place={
        <Link to="/measures" search={{}}>
          {t('nav.measures')}
        </Link>
      }
      title={query.data?.text ?? t('measures.one')}
      about={
        query.data &&
        `№ ${id}, ${MEASURE_STATES[query.data.state]}${query.data.overdue ? `, ${t('measures.overdue')}` : ''}`
      }
      actions={query.data && <MeasureSteps measure={query.data} />}
    >
      <Asked query={query} lines={8}>
        {(measure) => (
          <>
            <About measure={measure} />
            <EvidencePanel measure={measure} />
            {measure.postponed.length > 0 && <Postponed measure={measure} />}
            {measure.doneOn !== null && <EffectPanel id={id} />}
          </>
        )}
      </Asked>
    </Page>
  )
}

function About({ measure }: { readonly measure: MeasureWhole }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { problems, processes, department, person, due, doneOn, planned, approved, reported, verified, cancelled } =
    measure
  const act = (one: { readonly at: string; readonly by: string } | null) => one && `${one.by}, ${format.moment(one.at)}`
  const toldText = ({ told }: MeasureWhole) =>
    told ? t('measures.toldOf', { ...told, when: format.moment(told.at) }) : t('measures.notTold')
  return (
    <section className="panel" aria-label={t('measures.about')}>
      <Facts
        facts={[
          {
            name: t('measures.problems'),
            value: problems.map(({ id, name }) => (
              <div key={id}>
                <Link to="/problems/$problem" params={{ problem: String(id) }}>
                  {name}
                </Link>
              </div>
            )),
          },
          { name: t('problems.processes'), value: processes.map(({ name }) => name).join('; ') },
          { name: t('measures.responsible'), value: [department, person?.name].filter(Boolean).join(', ') },
          { name: t('measures.due'), value: format.day(due) },
          { name: t('measures.planned'), value: act(planned) },
          { name: t('measures.approved'), value: act(approved) },
          { name: t('measures.doneOn'), value: doneOn && format.day(doneOn) },
          { name: t('measures.reported'), value: act(reported) },
          { name: t('measures.verified'), value: act(verified) },
          { name: t('measures.told'), value: verified && toldText(measure) },
          { name: t('measures.cancelled'), value: cancelled && `${act(cancelled) ?? ''}: ${cancelled.reason}` },
        ]}
      />
    </section>
  )
}

function Postponed({ measure }: { readonly measure: MeasureWhole }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section className="panel">
      <SmallTable
        title={t('measures.postponements')}
        head={[
          { title: t('measures.from') },
          { title: t('measures.to') },
          { title: t('measures.reason') },
          { title: t('measures.who') },
        ]}
        rows={measure.postponed.map(({ from, to, reason, by, at }) => ({
          key: at,
          cells: [format.day(from), format.day(to), reason, `${by}, ${format.moment(at)}`],
        }))}
      />
    </section>
  )
}
