import { Button } from '@mantine/core'
import {
  beginRoadMap,
  type ProcedureFile,
  printRoadMap,
  readRoadMap,
  type RoadMap,
} from '@otklik/model/certification/api'
import { ROAD_MAP_SECTIONS } from '@otklik/model/certification/procedure'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call, urlOf } from '../../shared/api/call.ts'
import { asked } from '../../shared/api/queries.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { PaperLinks } from '../../shared/table/file-links.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { Asked } from '../../shared/ui/states.tsx'
import { RoadMapMoves } from './road-map-moves.tsx'

/** The road map of an object that got a conclusion: steps by section, control points, what can be done. */
export function RoadMapPanel({ file }: { readonly file: ProcedureFile }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(asked(readRoadMap, { params: { id: file.id } }))
  return (
    <section className="panel stack" aria-labelledby="road-map">
      <h2 id="road-map" style={{ margin: 0 }}>
        {t('roadMap.title')}
      </h2>
      <Asked query={query} lines={4}>
        {({ map, due, mayBegin, refused }) =>
          map === null ? (
            <>
              <p style={{ margin: 0 }}>
                {refused ?? t('roadMap.none')}
                {due !== null && ` ${t('roadMap.draftBy', { day: format.day(due) })}`}
              </p>
              {mayBegin && refused === null && <BeginButton id={file.id} />}
            </>
          ) : (
            <Shown map={map} />
          )
        }
      </Asked>
    </section>
  )
}

function BeginButton({ id }: { readonly id: number }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const beginning = useMutation({
    mutationFn: () => call(beginRoadMap, { params: { id } }),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <>
      {beginning.isError && <FormTrouble error={beginning.error} />}
      <div className="no-print">
        <Button loading={beginning.isPending} onClick={() => beginning.mutate()}>
          {t('roadMap.begin')}
        </Button>
      </div>
    </>
  )
}

function Shown({ map }: { readonly map: RoadMap }) {
  const { t } = useTranslation()
  const format = useFormat()
  const done = map.steps.filter((step) => step.done !== null).length
  const overdue = map.steps.filter((step) => step.overdue).length
  const paper = (form: 'docx' | 'pdf' | 'xlsx') =>
    urlOf(printRoadMap, { params: { id: map.id }, query: { format: form } })
  return (
    <>
      <p role="status" style={{ margin: 0 }}>
        <strong>{t(`roadMap.state_${map.state}`)}</strong>{' '}
        {t('roadMap.progress', { done: format.count(done), all: format.count(map.steps.length) })}
        {overdue > 0 && (
          <span style={{ color: 'var(--o-danger)' }}> {t('roadMap.overdueCount', { n: format.count(overdue) })}</span>
        )}
      </p>
      {map.returned !== null && map.state === 'draft' && (
        <p style={{ margin: 0 }}>{t('roadMap.returnedFor', { by: map.returned.by, reason: map.returned.reason })}</p>
      )}
      {map.points.length > 0 && (
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {map.points.map(({ share, due, needed, state }) => (
            <li key={share}>
              {t('roadMap.point', { share, day: format.day(due), needed: format.count(needed) })} –{' '}
              {t(`roadMap.point_${state}`)}
            </li>
          ))}
        </ul>
      )}
      {ROAD_MAP_SECTIONS.map((title, at) => (
        <Section
          key={title}
          title={`${at + 1}. ${title}`}
          steps={map.steps.filter(({ section }) => section === at + 1)}
        />
      ))}
      <PaperLinks name={t('roadMap.paper')} papers={{ docx: paper('docx'), pdf: paper('pdf'), xlsx: paper('xlsx') }} />
      <RoadMapMoves map={map} />
    </>
  )
}

function Section({ title, steps }: { readonly title: string; readonly steps: RoadMap['steps'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="stack-tight" style={{ overflowWrap: 'anywhere' }}>
      <h3 style={{ margin: 0 }}>{steps.length === 0 ? `${title} – ${t('roadMap.notNeeded')}` : title}</h3>
      {steps.map(({ number, name, result, due, responsible, remarks, done, overdue }) => (
        <div key={number}>
          <strong className="num">{number}</strong> {name}
          <div className="dim small">
            {[
              result,
              due === null ? t('roadMap.noDay') : t('roadMap.by', { day: format.day(due) }),
              responsible === '' ? t('roadMap.nobody') : responsible,
              remarks.length === 0 ? '' : t('roadMap.answers', { numbers: remarks.join(', ') }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {done !== null && (
            <div className="small">{t('roadMap.done', { day: format.day(done.day), evidence: done.evidence })}</div>
          )}
          {overdue && (
            <div className="small" style={{ color: 'var(--o-danger)' }}>
              {t('roadMap.overdue')}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}
