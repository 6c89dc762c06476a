import { Tooltip } from '@mantine/core'
import { IconClockPause, IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { OriginLink } from './origin-link.tsx'
import { groupBySection, type TimelineEvent } from './timeline-groups.ts'
import classes from './timeline-view.module.css'

/** The course of a request from top to bottom: sections of the route, events, and the waits between them. */
export function TimelineView({ events }: { readonly events: readonly TimelineEvent[] }) {
  const { t } = useTranslation()
  if (events.length === 0) return <p className="dim">{t('request.noEvents')}</p>
  return (
    <ol className={classes.route}>
      {groupBySection(events).map((group, index) => (
        <li key={`${group.section} ${index}`}>
          <h3 className={classes.section}>{group.section}</h3>
          <ol className={classes.events}>
            {group.events.map((event) => (
              <TimelineItem
                key={`${event.origin.file} ${event.origin.package} ${event.origin.row} ${event.status}`}
                event={event}
              />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}

function TimelineItem({ event }: { readonly event: TimelineEvent }) {
  const { t } = useTranslation()
  const { waited, suspended, name, description, status, item } = event
  return (
    <>
      {waited !== null && waited > 0 && <Wait seconds={waited} suspended={suspended} />}
      <li className={classes.event}>
        <div className="row" style={{ gap: '2px 10px' }}>
          <When event={event} />
          <strong>{name}</strong>
        </div>
        {description && <p className={classes.text}>{description}</p>}
        <p className={classes.text}>
          <span className="dim small">
            {item ? t('request.codeAndItem', { status, item }) : t('request.code', { status })} ·{' '}
            <OriginLink origin={event.origin} />
          </span>
        </p>
      </li>
    </>
  )
}

function Wait({ seconds, suspended }: { readonly seconds: number; readonly suspended: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const Icon = suspended ? IconClockPause : IconHourglass
  const duration = format.duration(seconds)
  return (
    <li className={classes.wait} data-suspended={suspended}>
      <Icon size={15} aria-hidden />{' '}
      {suspended ? t('request.suspended', { duration }) : t('request.waited', { duration })}
    </li>
  )
}

/** The time as it was reported; the moment in the reader's own zone on demand. */
function When({ event: { local, instant, timeKnown } }: { readonly event: TimelineEvent }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = timeKnown ? format.local(local) : t('request.noTime', { day: format.day(local) })
  const moment =
    instant === null ? t('request.noInstant') : t('request.instant', { at: format.instant(instant), iso: instant })
  return (
    <Tooltip label={moment} maw={360}>
      {/* The moment must be reachable by keyboard. */}
      <time className="num" dateTime={instant ?? local} tabIndex={0}>
        {text}
      </time>
    </Tooltip>
  )
}
