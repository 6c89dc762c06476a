import { AGES, allRows, DAILY_KINDS, type DailyKind, type DayCounts, sumOf } from './counts.ts'
import type { Finding } from './finding.ts'
import type { DayMark } from './day-marks.ts'
import { goneFrom, type Gone } from './gone.ts'
import { quantileOf } from './order.ts'
import { LEARNING_DAYS, type Past, type PastDay, weekdayOfDay } from './past.ts'
import { type Part, unusualShare } from './shares.ts'
import { distance, type Expected, expectedOf, intervalOf, type Measure } from './volume.ts'

/** A day of a supplier, with what came before it. */
export interface Judged {
  readonly date: string
  /** Undefined where nothing came. */
  readonly counts: DayCounts | undefined
  readonly past: Past
  /** On a holiday and around it only what none explains is told. */
  readonly mark: DayMark
  /** Nothing more is awaited for the day: its time is over, or as many packages came as come on other days. */
  readonly complete: boolean
}

/** Further below what was expected than chance takes a day in eight years. */
const TOO_FAR = -3.4
/** The same of kinds that few people send: a bad day of these alone has to be plainer. */
const TOO_FAR_ASIDE = -4.5
const MAIN_KINDS: readonly DailyKind[] = ['requests', 'events', 'wide']
/** Less of a fall is not worth a word, however certain. */
const FALL = 0.7
const FALL_UNUSUAL = 0.35
/** How much more days around holidays differ. */
const UNUSUAL_SPREAD = 0.5
const SUNDAY = 7
const NEARLY_ALL = 0.9

/** What is wrong with a supplier's day, the plainest first; a finding that explains others stands alone. */
export function judgeDay(day: Judged): Finding[] {
  const { counts } = day
  if (counts === undefined) return noFile(day)
  const old = oldFile(day, counts)
  if (old.length > 0) return old
  const empty = emptyDay(day, counts)
  if (empty.length > 0) return empty
  return [...lowFindings(day, counts), ...shareFindings(day, counts)]
}

/** What the day should bring of something; a holiday is like a Sunday. */
export function expectation(
  { past, date, mark }: Omit<Judged, 'counts' | 'complete'>,
  measure: Measure,
): Expected | undefined {
  if (past.length < LEARNING_DAYS) return undefined
  const expected = expectedOf(past, mark === 'holiday' ? SUNDAY : weekdayOfDay(date), measure)
  return expected && mark !== 'usual' ? { ...expected, spread: Math.hypot(expected.spread, UNUSUAL_SPREAD) } : expected
}

const tooFew = (value: number, expected: Expected, mark: DayMark, far = TOO_FAR): boolean =>
  value <= expected.mean * (mark === 'usual' ? FALL : FALL_UNUSUAL) && distance(value, expected) < far

const between = (expected: Expected) => ({ ...intervalOf(expected), mean: Math.round(expected.mean) })

function noFile(day: Judged): Finding[] {
  if (!day.complete) return []
  const expected = expectation(day, allRows)
  if (expected && tooFew(0, expected, day.mark)) return [{ code: 'no_file', got: 0, ...between(expected) }]
  return day.mark === 'usual' && sendsAlways(day.past) ? [{ code: 'no_file', got: 0 }] : []
}

/** It sends on every such day, also when there is nothing to send. */
function sendsAlways({ alike, length }: Past): boolean {
  const days = alike.slice(0, LEARNING_DAYS)
  return (
    length >= LEARNING_DAYS &&
    days.length >= 4 &&
    days.every(({ counts }) => counts !== undefined) &&
    days.some(({ counts }) => counts !== undefined && allRows(counts) === 0)
  )
}

/** Everything that came had come before: the same bytes, or the same rows with the same dates. */
function oldFile(day: Judged, counts: DayCounts): Finding[] {
  const rows = allRows(counts)
  const same = rows === 0 && counts.again.some((kind) => DAILY_KINDS.some((daily) => daily === kind))
  if (same) return [{ code: 'old_file', got: 0 }]
  const nearlyAll = rows > 0 && counts.repeats >= NEARLY_ALL * rows
  return nearlyAll && unusual(repeated(day, counts)) && unusual(stale(day, counts))
    ? [{ code: 'old_file', got: counts.repeats, of: rows }]
    : []
}

function emptyDay(day: Judged, counts: DayCounts): Finding[] {
  if (!day.complete || allRows(counts) > 0) return []
  const expected = expectation(day, allRows)
  return expected && tooFew(0, expected, day.mark) ? [{ code: 'empty', got: 0, ...between(expected) }] : []
}

function lowFindings(day: Judged, counts: DayCounts): Finding[] {
  if (!day.complete) return []
  const gone = day.mark === 'usual' ? goneOf(day, counts) : { offices: [], statuses: [] }
  const finding = (code: 'office_gone' | 'status_gone', one: Gone): Finding => ({
    code,
    about: one.about,
    got: 0,
    mean: Math.round(one.expected),
  })
  return [
    ...gone.offices.map((one) => finding('office_gone', one)),
    ...gone.statuses.map((one) => finding('status_gone', one)),
    ...fewerOf(day, counts, gone),
  ]
}

interface Missing {
  readonly offices: readonly Gone[]
  readonly statuses: readonly Gone[]
}

const came = (days: readonly PastDay[]): DayCounts[] => days.flatMap(({ counts }) => counts ?? [])

function goneOf({ past }: Judged, counts: DayCounts): Missing {
  const days = came(past.alike)
  return {
    offices: goneFrom(
      counts.offices,
      days.map(({ offices }) => offices),
    ),
    statuses: goneFrom(
      counts.statuses,
      days.map(({ statuses }) => statuses),
    ),
  }
}

/**
 * Kinds that are missing, and the one of which most is: far fewer rows came than by its own past, beyond what the missing
 * offices and statuses explain. Where all kinds fell, that is one thing to tell.
 */
function fewerOf(day: Judged, counts: DayCounts, { offices, statuses }: Missing): Finding[] {
  const left = (gone: readonly Gone[]) => 1 - gone.reduce((sum, { share }) => sum + share, 0)
  const explained = Math.max(0.05, Math.min(left(offices), left(statuses)))
  const low = DAILY_KINDS.flatMap((kind) => {
    const expected = expectation(day, ({ rows }) => rows[kind] ?? 0)
    const got = counts.rows[kind] ?? 0
    const far = MAIN_KINDS.includes(kind) ? TOO_FAR : TOO_FAR_ASIDE
    if (!expected || !tooFew(got / explained, expected, day.mark, far)) return []
    return [{ about: kind, got, expected, far: distance(got, expected) }]
  })
  const fewer = low.filter(({ got }) => got > 0).toSorted((a, b) => a.far - b.far)
  return [...low.filter(({ got }) => got === 0), ...fewer.slice(0, 1)].map(({ about, got, expected }) => ({
    code: got === 0 ? 'kind_missing' : 'fewer_rows',
    about,
    got,
    ...between(expected),
  }))
}

function shareFindings(day: Judged, counts: DayCounts): Finding[] {
  const compared: [Finding['code'], Compared][] = [
    ['dates_stuck', stale(day, counts)],
    ['repeats', repeated(day, counts)],
    ['unknown_requests', unknown(day, counts)],
  ]
  return compared.flatMap(([code, parts]) => {
    const found = unusual(parts)
    return found ? [{ code, got: parts.today.x, of: parts.today.n, usual: found.usual }] : []
  })
}

/** A part of the rows, of the day and of its past. */
interface Compared {
  readonly today: Part
  readonly before: readonly Part[]
  readonly margin?: number
}
const unusual = ({ today, before, margin }: Compared) => unusualShare(today, before, margin)

const comparedBy = (partOf: (counts: DayCounts) => Part, { past }: Judged, counts: DayCounts): Compared => ({
  today: partOf(counts),
  before: came(past.days).map(partOf),
})
const repeated = (day: Judged, counts: DayCounts) => comparedBy(repeatsOf, day, counts)
const unknown = (day: Judged, counts: DayCounts) => comparedBy(unknownOf, day, counts)

const repeatsOf = (counts: DayCounts): Part => ({ x: Math.min(counts.repeats, allRows(counts)), n: allRows(counts) })
const unknownOf = (counts: DayCounts): Part => {
  const n = allRows(counts) - (counts.rows.requests ?? 0) - (counts.rows.wide ?? 0)
  return { x: Math.min(counts.unknown, n), n }
}

/** Dates that stand still leave nearly no young events. */
const CLEARLY = 0.3
const NOTABLE = 0.05
/** The age of the youngest events that are more than strays. */
function youngest({ ages }: DayCounts): number {
  const least = Math.max(1, NOTABLE * sumOf(ages))
  const at = ages.findIndex((rows) => rows >= least)
  return at < 0 ? AGES : at
}

/** Events older than those that this supplier's days begin with, today and before. */
function stale(day: Judged, counts: DayCounts): Compared {
  const dated = came(day.past.days).filter(({ ages }) => sumOf(ages) > 0)
  const usual = Math.round(quantileOf(dated.map(youngest), 0.8))
  const olderOf = ({ ages }: DayCounts): Part => ({ x: sumOf(ages.slice(usual + 1)), n: sumOf(ages) })
  return { ...comparedBy(olderOf, day, counts), margin: CLEARLY }
}
