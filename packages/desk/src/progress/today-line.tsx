import type { AlarmCase, Overview } from '@otklik/model/progress/api'
import { CALENDAR_DAYS } from '@otklik/model/exchange'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/rights.ts'
import { useFormat } from '../shared/i18n/index.ts'

interface TodayLineProps {
  readonly overview: Overview
  /** The open cases that are listed on the screen, once they are there. */
  readonly cases: readonly AlarmCase[] | undefined
}

/** What asks for attention today, in one line. */
export function TodayLine({ overview, cases }: TodayLineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const { packages, waitingEvents, closedThrough, completeThrough, openCases } = overview
  const current = cases?.filter(({ endedIn }) => endedIn === null).length ?? openCases.current
  const ended = cases === undefined ? openCases.ended : cases.length - current
  const late = [
    ...(packages.missing > 0 ? [t('overview.missing', { count: packages.missing })] : []),
    ...(packages.late > 0 ? [t('overview.late', { count: packages.late })] : []),
  ]
  const lately = (what: readonly string[]) => t('overview.lately', { count: CALENDAR_DAYS, what: what.join(', ') })
  return (
    <p className="row" style={{ margin: 0 }}>
      <strong>{current > 0 ? t('overview.attention', { count: current }) : t('overview.calm')}</strong>
      {ended > 0 && <span className="dim">{t('overview.endedCases', { count: ended })}</span>}
      {late.length > 0 &&
        (may('packages.read') ? <Link to="/packages">{lately(late)}</Link> : <span>{lately(late)}</span>)}
      {waitingEvents > 0 && (
        <span className="dim">{t('overview.waiting', { count: waitingEvents, n: format.count(waitingEvents) })}</span>
      )}
      <span className="dim">{t('overview.closed', { month: format.month(closedThrough) })}</span>
      {completeThrough && (
        <span className="dim">{t('overview.completeThrough', { day: format.day(completeThrough) })}</span>
      )}
    </p>
  )
}
