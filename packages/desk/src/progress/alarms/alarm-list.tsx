import { Button } from '@mantine/core'
import type { Alarm } from '@otklik/model/progress/api'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { PaperLinks } from '../../shared/table/file-links.tsx'
import { noticeOf } from './alarm-files.ts'
import classes from './alarm-list.module.css'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import { AlarmEvidence } from './alarm-evidence.tsx'
import { countedAs } from '../figures/figures.ts'
import { GradeBadge } from './grade-badge.tsx'
import { RequestsLink } from '../requests/requests-link.tsx'

/** Critical values, each with its grade and sentence, its evidence on demand and the next step. */
export function AlarmList({ alarms, named = true }: { readonly alarms: readonly Alarm[]; readonly named?: boolean }) {
  return (
    <ul className={classes.list}>
      {alarms.map((alarm) => (
        <AlarmItem key={alarm.id} alarm={alarm} named={named} />
      ))}
    </ul>
  )
}

function AlarmItem({ alarm, named }: { readonly alarm: Alarm; readonly named: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const [acknowledging, setAcknowledging] = useState(false)
  const evidence = useId()
  const { figure, service, month, acknowledged } = alarm
  const [first] = alarm.values
  // Of all requests for the service, as it was judged, whatever the screen is narrowed to.
  const judged = { service, from: first?.from ?? first?.month ?? month, to: month, counted: countedAs(figure) }
  return (
    <li className={classes.item} data-done={acknowledged !== null}>
      <div className="row">
        <GradeBadge grade={alarm.grade} />
        <span className="dim">
          {t(`figures.${figure}`)} · {format.month(month)}
        </span>
        {named && (
          <Link to="/services/$service" params={{ service }} search={sliceOf} className={classes.service}>
            {alarm.serviceName}
          </Link>
        )}
      </div>
      <p className={classes.sentence}>{alarm.sentence}</p>
      {alarm.remains !== null && (
        <p className="dim small">{t(alarm.remains ? 'alarms.remains' : 'alarms.remainsNot')}</p>
      )}
      {acknowledged && (
        <p className="dim small">
          {t('alarms.acknowledged', {
            by: acknowledged.by,
            at: format.instant(acknowledged.at),
            reason: acknowledged.reason,
          })}
        </p>
      )}
      <div className="row no-print">
        <Button
          variant="default"
          size="compact-md"
          aria-expanded={open}
          aria-controls={evidence}
          onClick={() => setOpen(!open)}
        >
          {t('alarms.evidence')}
        </Button>
        <RequestsLink search={judged} invites>
          {t('figures.open')}
        </RequestsLink>
        {acknowledged === null && may('alarms.acknowledge') && (
          <Button variant="subtle" size="compact-md" onClick={() => setAcknowledging(true)}>
            {t('alarms.acknowledge')}
          </Button>
        )}
      </div>
      {may('alarms.acknowledge') && <PaperLinks name={t('alarms.notice')} papers={noticeOf(alarm.id)} />}
      <div id={evidence}>{open && <AlarmEvidence alarm={alarm} />}</div>
      {acknowledging && <AcknowledgeDialog alarm={alarm} close={() => setAcknowledging(false)} />}
    </li>
  )
}
