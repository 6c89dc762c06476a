import { deadlineOf, type TermRule } from '@otklik/model/appeals'
import type { AppealTerm } from '@otklik/model/appeals/api'
import type { WorkingCalendar } from '@otklik/model/calendar'
import { InputError } from '@otklik/model/inputs'

/** The days of a term as they are kept; both null where a year that the count needs has no calendar yet. */
export interface CountedTerm {
  readonly due: string | null
  readonly act_by: string | null
}

export function countTerm(
  given: { readonly from: string; readonly rule: TermRule; readonly extended_by: number },
  calendar: WorkingCalendar,
): CountedTerm {
  try {
    const { due, act_by } = deadlineOf(given, calendar)
    return { due, act_by }
  } catch (error) {
    if (error instanceof InputError && error.code === 'calendar_missing') return { due: null, act_by: null }
    throw error
  }
}

/** The term as a person reads it: from which day, how long, by which point of the law. */
export const termOf = (
  rule: TermRule,
  { term_from, extended_by, due, act_by }: CountedTerm & { readonly term_from: string; readonly extended_by: number },
): AppealTerm => ({
  rule: rule.code,
  from: term_from,
  days: rule.days,
  unit: rule.unit,
  extendedBy: extended_by,
  extension: rule.extension,
  due,
  actBy: act_by,
  source: rule.source,
})
