import { Button } from '@mantine/core'
import type { AlarmCase } from '@otklik/model/progress/api'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/rights.ts'
import { sliceOf } from '../../shared/filters/slice.ts'
import { PaperLinks } from '../../shared/table/file-links.tsx'
import { noticeOf } from './alarm-files.ts'
import { AlarmEvidence } from './alarm-evidence.tsx'
import classes from './case-list.module.css'
import { CaseActions } from './case-actions.tsx'
import { CaseCourse } from './case-course.tsx'
import { CaseWork } from './case-work.tsx'
import { countedAs } from '../figures/figures.ts'
import { GradeBadge } from './grade-badge.tsx'
import { RequestsLink } from '../requests/requests-link.tsx'

interface CaseListProps {
  readonly cases: readonly AlarmCase[]
  /** False on a service's own page. */
  readonly named?: boolean
}

/** One growth an entry: its grade, sentence and course, who looks after it, its evidence on demand and the next step. */
export function CaseList({ cases, named = true }: CaseListProps) {
  return (
    <ul className={classes.list}>
      {cases.map((one) => (
        <CaseItem key={one.id} one={one} named={named} />
      ))}
    </ul>
  )
}

function CaseItem({ one, named }: { readonly one: AlarmCase; readonly named: boolean }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const evidence = useId()
  const { figure, service, last } = one
  const alarm = one.alarms.at(-1)
  const [first] = alarm?.values ?? []
  // Of all requests for the service, as it was judged, whatever the screen is narrowed to.
  const judged = { service, from: first?.from ?? first?.month ?? last, to: last, counted: countedAs(figure) }
  return (
    <li className={classes.item} data-done={one.status === 'acknowledged'}>
      <div className="row">
        <GradeBadge grade={one.grade} />
        <span className="dim">{t(`figures.${figure}`)}</span>
        {named && (
          <Link to="/services/$service" params={{ service }} search={sliceOf} className={classes.service}>
            {one.serviceName}
          </Link>
        )}
      </div>
      <p className={classes.sentence}>{one.sentence}</p>
      {one.remains !== null && <p className="dim small">{t(one.remains ? 'alarms.remains' : 'alarms.remainsNot')}</p>}
      <CaseCourse one={one} />
      <CaseWork one={one} />
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
        {may('alarms.acknowledge') && <CaseActions one={one} />}
      </div>
      {may('alarms.acknowledge') && alarm && <PaperLinks name={t('alarms.notice')} papers={noticeOf(alarm.id)} />}
      <div id={evidence}>{open && alarm && <AlarmEvidence alarm={alarm} />}</div>
    </li>
  )
}
