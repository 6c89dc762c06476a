import type { WorkingCalendar } from '../../calendar/index.ts'
import { addDays, dayNumber } from '../../days/index.ts'
import { isDueBy } from '../deadline.ts'
import type { Appeal } from '../files/index.ts'
import { ruleInForce, type TermRule } from '../term-rules.ts'
import { shareWithInterval, Spread } from './figures.ts'
import type { QuarterMetrics } from './shape.ts'

export type Registered = Appeal & { readonly registered: string }

/** By what terms are counted. */
export interface Terms {
  readonly rules: readonly TermRule[]
  readonly calendar: WorkingCalendar
}

/** The figures of what was answered in the quarter, and of what was overdue at its end. */
export type OfWaiting = Pick<QuarterMetrics, 'waiting' | 'overdue_open'>

export function startWaiting(
  last: string,
  inQuarter: (day: string | null) => day is string,
  { rules, calendar }: Terms,
): { add(appeal: Registered): void; result(): OfWaiting } {
  const days = new Spread()
  let [late, overdue_open] = [0, 0]
  /** Whether the term of an appeal ends on the day or before; one without a term never does. */
  const dueBy = ({ registered, rule: code, authority, extended_by }: Registered, day: string): boolean => {
    if (code === null) return false
    const rule = ruleInForce(rules, { code, authority, day: registered })
    return rule !== undefined && isDueBy({ from: registered, rule, extended_by }, day, calendar)
  }
  return {
    add: (appeal) => {
      const { registered, answered, closed } = appeal
      if (inQuarter(answered)) {
        days.add(dayNumber(answered) - dayNumber(registered))
        if (dueBy(appeal, addDays(answered, -1))) late++
      }
      const open = [answered, closed].every((day) => day === null || day > last)
      if (open && dueBy(appeal, last)) overdue_open++
    },
    result: () => {
      const { share, low, high } = shareWithInterval(late, days.n)
      const { n, median, p90, mean } = days
      return { waiting: { n, median, p90, mean, late, late_share: share, low, high }, overdue_open }
    },
  }
}
