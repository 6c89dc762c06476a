import { Button } from '@mantine/core'
import type { ProcedureFile } from '@otklik/model/certification/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { StageBadge } from '../board/stage-badge.tsx'
import { useListWords } from '../lists/list-words.ts'
import { RoadMapDialog } from './road-map-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'

type Step = ProcedureFile['steps'][number]

/** Where the procedure stands, who has done what, and the next step; what is in the way of a step is said under it. */
export function StatePanel({ file }: { readonly file: ProcedureFile }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Step['event'] | 'road_map' | null>(null)
  const close = () => setOpened(null)
  const shown = file.steps.filter(({ event }) => event !== 'request')
  const ready = shown.filter(({ refused }) => refused === null)
  const refused = shown.filter((step) => step.refused !== null)
  return (
    <section className="panel stack" aria-label={t('certifying.state')}>
      <div role="status" className="stack-tight">
        <StageBadge stage={file.state} />
        <span>{file.reason}</span>
        {file.due !== null && <Due file={file} />}
        {file.dueNote !== null && <span className="dim">{file.dueNote}</span>}
      </div>
      <History file={file} />
      <div className="row no-print">
        {ready.map(({ event }) => (
          <Button
            key={event}
            variant={event === 'return' || event === 'exclude' ? 'default' : 'filled'}
            onClick={() => setOpened(event)}
          >
            {t(`certifying.step_${event}`)}
          </Button>
        ))}
        {file.mayReportRoadMap && (
          <Button variant="default" onClick={() => setOpened('road_map')}>
            {t('certifying.roadMap')}
          </Button>
        )}
      </div>
      {refused.map((step) => (
        <p key={step.event} className="dim small" style={{ margin: 0 }}>
          <strong>{t(`certifying.step_${step.event}`)}:</strong> {step.refused}
        </p>
      ))}
      {opened === 'road_map' && <RoadMapDialog id={file.id} close={close} />}
      {opened !== null && opened !== 'road_map' && opened !== 'request' && (
        <StepDialog file={file} event={opened} close={close} />
      )}
    </section>
  )
}

function Due({ file: { due } }: { readonly file: ProcedureFile }) {
  const { t } = useTranslation()
  const format = useFormat()
  return <strong>{t('certifying.dueBy', { day: format.day(due ?? '') })}</strong>
}

/** Who has done what; only what has happened. */
function History({ file }: { readonly file: ProcedureFile }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useListWords()
  const told = (act: { readonly by: string; readonly at: string } | null) =>
    act && t('certifying.told', { by: act.by, at: format.instant(act.at) })
  const { returned, sent, excluded, roadMapDone } = file
  return (
    <Facts
      facts={[
        { name: t('lists.kind'), value: words.kind(file.kind) },
        { name: t('certifying.mass'), value: t(`certifying.mass_${file.mass}`) },
        { name: t('certifying.begun'), value: told(file.begun) },
        { name: t('certifying.returned'), value: returned && `${told(returned)} – ${returned.reason}` },
        { name: t('certifying.submitted'), value: told(file.submitted) },
        { name: t('certifying.fixed'), value: told(file.fixed) },
        {
          name: t('certifying.sent'),
          value: sent && `${told(sent)} – ${sent.to}; ${sent.responsible}; ${sent.letter}`,
        },
        { name: t('certifying.excluded'), value: excluded && `${told(excluded)} – ${excluded.reason}` },
        {
          name: t('certifying.roadMapDone'),
          value: roadMapDone && `${format.day(roadMapDone.day)} – ${roadMapDone.evidence}`,
        },
      ]}
    />
  )
}
