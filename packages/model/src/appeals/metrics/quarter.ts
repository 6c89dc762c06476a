import { quarterBounds } from '../../quarters/index.ts'
import type { Appeal } from '../files/index.ts'
import type { Outcome } from '../kinds.ts'
import { startReceived } from './received.ts'
import type { QuarterMetrics } from './shape.ts'
import { type Registered, startWaiting, type Terms } from './waiting.ts'

export interface QuarterAsked {
  readonly quarter: string
  /** What came after this day has not happened; null: all has. */
  readonly as_of: string | null
}
/** A quarter being counted: appeals are added in any order, then the metrics are asked for. */
export interface QuarterCount {
  /** Throws `calendar_missing` where a working term can't be judged. */
  add(appeal: Appeal): void
  result(): QuarterMetrics
}

export function startQuarter({ quarter, as_of }: QuarterAsked, terms: Terms): QuarterCount {
  const { first, last } = quarterBounds(quarter)
  const inQuarter = (day: string | null): day is string => day !== null && day >= first && day <= last
  const leftOut = { duplicate: 0, void: 0, not_registered: 0 }
  const [received, waiting] = [startReceived(), startWaiting(last, inQuarter, terms)]
  let read = 0
  return {
    add: (given) => {
      read++
      const appeal = as_of === null ? given : asOf(given, as_of)
      if (appeal.void) leftOut.void++
      else if (appeal.duplicate_of !== null) leftOut.duplicate++
      else if (!isRegistered(appeal)) leftOut.not_registered++
      else {
        waiting.add(appeal)
        if (inQuarter(appeal.registered)) received.add(appeal)
      }
    },
    result: () => {
      const { reopened, complaints, solved, ...counted } = received.result()
      const period = { quarter, from: first, to: last, as_of, read, left_out: { ...leftOut } }
      return { ...period, ...counted, ...waiting.result(), complaints, solved, reopened }
    },
  }
}

const isRegistered = (appeal: Appeal): appeal is Registered => appeal.registered !== null

/** The outcomes that come with an answer on the merits; the others come with being closed. */
const ON_THE_MERITS: readonly Outcome[] = ['satisfied', 'partly', 'explained', 'refused']

/** An appeal as it stood at the end of a day. */
function asOf(appeal: Appeal, day: string): Appeal {
  const happened = (when: string | null): boolean => when === null || when <= day
  const until = (when: string | null): string | null => (happened(when) ? when : null)
  const { registered, answered, closed, asked, outcome } = appeal
  const ended = outcome !== null && ON_THE_MERITS.includes(outcome) ? answered : closed
  return {
    ...appeal,
    registered: until(registered),
    answered: until(answered),
    closed: until(closed),
    asked: until(asked),
    outcome: happened(ended) ? outcome : null,
    solved: happened(asked) ? appeal.solved : null,
  }
}
