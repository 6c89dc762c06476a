import { readTimeline, type Timeline } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../shared/api/problem.ts'
import { asked } from '../../shared/api/queries.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Asked, Empty } from '../../shared/ui/states.tsx'
import { RawFields } from './raw-fields.tsx'
import { SentRecord } from './sent-record.tsx'
import { TimelineView } from './timeline-view.tsx'

const route = getRouteApi('/desk/requests/$request')

export function RequestScreen() {
  const { t } = useTranslation()
  const { request } = route.useParams()
  const query = useQuery(asked(readTimeline, { params: { request } }))
  const place = (
    <Link to="/requests" search={sliceOf}>
      {t('nav.requests')}
    </Link>
  )
  const missing = query.error instanceof Failure && query.error.status === 404
  return (
    <Page place={place} title={t('request.title', { number: request })} about={query.data?.serviceName ?? undefined}>
      {missing ? (
        <Empty
          title={t('request.missing')}
          text={t('request.missingText')}
          action={<Link to="/requests">{t('request.toList')}</Link>}
        />
      ) : (
        <Asked query={query} lines={12}>
          {(timeline) => <RequestBody timeline={timeline} />}
        </Asked>
      )}
    </Page>
  )
}

const ATTACHED = ['payments', 'ratings', 'complaints'] as const

function RequestBody({ timeline }: { readonly timeline: Timeline }) {
  const { t } = useTranslation()
  const { fields, zone, versions } = timeline
  const service = fields?.service_id
  return (
    <div className="columns-wide">
      <section className="panel stack" aria-label={t('request.course')}>
        <h2>{t('request.course')}</h2>
        {zone !== null && (
          <p className="dim small" style={{ margin: 0 }}>
            {t('request.zone', { zone })}
          </p>
        )}
        <TimelineView events={timeline.events} />
      </section>
      <div className="stack" style={{ alignContent: 'start' }}>
        <section className="panel stack" aria-label={t('request.fields')}>
          <div className="row-ends">
            <h2>{t('request.fields')}</h2>
            {service && (
              <Link to="/services/$service" params={{ service }} search={sliceOf}>
                {t('request.toService')}
              </Link>
            )}
          </div>
          {fields === null ? <p style={{ margin: 0 }}>{t('request.waiting')}</p> : <RawFields fields={fields} />}
        </section>
        {ATTACHED.filter((kind) => timeline[kind].length > 0).map((kind) => (
          <section key={kind} className="panel stack" aria-label={t(`request.${kind}`)}>
            <h2>{t(`request.${kind}`)}</h2>
            {timeline[kind].map((record) => (
              <SentRecord key={`${record.origin.package} ${record.origin.file} ${record.origin.row}`} {...record}>
                <RawFields fields={record.fields} />
              </SentRecord>
            ))}
          </section>
        ))}
        {versions.length > 1 && <Versions versions={versions} />}
      </div>
    </div>
  )
}

/** What earlier packages said about the request: only what differs from the version before. */
function Versions({ versions }: { readonly versions: Timeline['versions'] }) {
  const { t } = useTranslation()
  return (
    <section className="panel stack" aria-label={t('request.versions')}>
      <h2>{t('request.versions')}</h2>
      {versions.map(({ fields, origin, replacedBy }, index) => {
        const before = versions[index - 1]?.fields
        const changed =
          before && Object.fromEntries(Object.entries(fields).filter(([name, value]) => before[name] !== value))
        return (
          <SentRecord key={`${origin.package} ${origin.file} ${origin.row}`} origin={origin} replacedBy={replacedBy}>
            {changed === undefined && <span>{t('request.firstVersion')}</span>}
            {changed && Object.keys(changed).length === 0 && <span>{t('request.sameVersion')}</span>}
            {changed && <RawFields fields={changed} {...(before === undefined ? {} : { before })} />}
          </SentRecord>
        )
      })}
    </section>
  )
}
