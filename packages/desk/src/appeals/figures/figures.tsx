import type { AppealMetrics, QuarterFigure } from '@otklik/model/appeals/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import type { QuarterSearch } from '../appeals-search.ts'
import { useQuarterName } from './quarter-name.ts'

interface FiguresProps {
  readonly now: AppealMetrics
  readonly before: AppealMetrics
  readonly yearAgo: AppealMetrics
  /** The authority and the day that the figures were asked for. */
  readonly behind: QuarterSearch
}

interface Line {
  readonly name:
    | 'received'
    | 'answered'
    | 'median'
    | 'p90'
    | 'late'
    | 'overdueOpen'
    | 'complaints'
    | 'satisfied'
    | 'refused'
    | 'pending'
    | 'asked'
    | 'solvedYes'
    | 'reopened'
  /** What stands behind it, where that is a set of appeals. */
  readonly figure?: QuarterFigure
  readonly value: (metrics: AppealMetrics) => number | null
  readonly share?: (metrics: AppealMetrics) => Share
}
interface Share {
  readonly share: number | null
  readonly low?: number | null
  readonly high?: number | null
}

const LINES: readonly Line[] = [
  { name: 'received', figure: 'received', value: ({ received }) => received },
  { name: 'answered', figure: 'answered', value: ({ waiting }) => waiting.n },
  { name: 'median', value: ({ waiting }) => waiting.median },
  { name: 'p90', value: ({ waiting }) => waiting.p90 },
  {
    name: 'late',
    figure: 'late',
    value: ({ waiting }) => waiting.late,
    share: ({ waiting: { late_share: share, low, high } }) => ({ share, low, high }),
  },
  { name: 'overdueOpen', figure: 'overdue_open', value: ({ overdue_open }) => overdue_open },
  { name: 'complaints', figure: 'complaints', value: ({ complaints }) => complaints.received },
  {
    name: 'satisfied',
    figure: 'complaints_satisfied',
    value: ({ complaints }) => complaints.satisfied,
    share: ({ complaints }) => ({ share: complaints.satisfied_share }),
  },
  {
    name: 'refused',
    figure: 'complaints_refused',
    value: ({ complaints }) => complaints.refused,
    share: ({ complaints }) => ({ share: complaints.refused_share }),
  },
  { name: 'pending', figure: 'complaints_pending', value: ({ complaints }) => complaints.pending },
  { name: 'asked', figure: 'asked', value: ({ solved }) => solved.asked },
  {
    name: 'solvedYes',
    figure: 'solved_yes',
    value: ({ solved }) => solved.yes,
    share: ({ solved: { yes_share: share, low, high } }) => ({ share, low, high }),
  },
  { name: 'reopened', figure: 'reopened', value: ({ reopened }) => reopened },
]

/** Every figure with what it is compared with; a figure that is a set of appeals opens them. */
export function Figures({ now, before, yearAgo, behind }: FiguresProps) {
  const { t } = useTranslation()
  const nameOf = useQuarterName()
  const columns = [now, before, yearAgo]
  return (
    <section className="panel">
      <SmallTable
        title={t('appeals.figures')}
        head={[
          { title: t('appeals.figure') },
          ...columns.map(({ quarter }) => ({ title: nameOf(quarter), figures: true })),
        ]}
        rows={LINES.map((line) => ({
          key: line.name,
          cells: [
            t(`appeals.figure_${line.name}`),
            ...columns.map((metrics) => <Value key={metrics.quarter} line={line} metrics={metrics} behind={behind} />),
          ],
        }))}
      />
      <p className="dim small">
        {t('appeals.leftOut', { void: now.left_out.void, duplicate: now.left_out.duplicate })}
      </p>
    </section>
  )
}

interface ValueProps {
  readonly line: Line
  readonly metrics: AppealMetrics
  readonly behind: QuarterSearch
}

function Value({ line: { figure, value, share }, metrics, behind }: ValueProps): ReactNode {
  const format = useFormat()
  const number = value(metrics)
  const text = number === null ? '–' : format.number(number, Number.isInteger(number) ? 0 : 1)
  const { of, day } = behind
  return (
    <>
      {figure === undefined || number === 0 ? (
        text
      ) : (
        <Link to="/appeals" search={{ quarter: metrics.quarter, figure, ...(of && { of }), ...(day && { day }) }}>
          {text}
        </Link>
      )}
      {share && <ShareText {...share(metrics)} />}
    </>
  )
}

/** A share with its interval, where it has one. */
function ShareText({ share, low, high }: Share) {
  const format = useFormat()
  if (share === null) return null
  const interval =
    low === null || low === undefined || high === null || high === undefined
      ? ''
      : ` (${format.number(low, 1)}–${format.number(high, 1)})`
  return (
    <div className="dim small">
      {format.percent(share)}
      {interval}
    </div>
  )
}
