import { addWorkingDays, hasYear, isWorkingDay, type WorkingCalendar, workingDaysBetween } from '../calendar/index.ts'
import { addDays, isDay } from '../days/index.ts'
import { answerOrFault, type Fields, fieldOf, fieldsOf, InputError, type InputFault, shown } from '../inputs/index.ts'
import { ruleInForce, type TermRule } from './term-rules.ts'

/** The days of a term; the keys stand in the order in which they are printed. */
export interface Deadline {
  readonly rule: string
  readonly from: string
  /** The last day in time. */
  readonly due: string
  /** The last working day of the term: by then it has to be done. Null where its year has no calendar yet. */
  readonly act_by: string | null
  readonly source: string
}

/** A term to be counted: from the day of its event, extended by so many days. */
export interface Case {
  readonly from: string
  readonly rule: TermRule
  readonly extended_by: number
}

/** Counts a term: its day 1 is the day after; working terms throw `calendar_missing` without a year's table. */
export function deadlineOf({ from, rule, extended_by }: Case, calendar: WorkingCalendar): Deadline {
  const due =
    rule.unit === 'working'
      ? addWorkingDays(calendar, from, rule.days + extended_by)
      : addDays(from, rule.days + extended_by)
  return { rule: rule.code, from, due, act_by: lastToAct(calendar, from, due), source: rule.source }
}

/**
 * Whether a term has its last day on the day asked for or before. No more of the calendar is looked at than lies up to
 * that day, so that the end of a year can be counted before the next one has its table.
 */
export function isDueBy({ from, rule, extended_by }: Case, day: string, calendar: WorkingCalendar): boolean {
  const days = rule.days + extended_by
  if (rule.unit === 'calendar') return addDays(from, days) <= day
  // Where the last year alone is long enough, none before it has to be known.
  const newYear = `${Number(day.slice(0, 4)) - 1}-12-31`
  const ofLastYear = from < newYear && workingDaysBetween(calendar, newYear, day) >= days
  return ofLastYear || workingDaysBetween(calendar, from, day) >= days
}

/** The last working day after `from` up to `due`, `due` itself where there is none; null where a year has no calendar. */
function lastToAct(calendar: WorkingCalendar, from: string, due: string): string | null {
  for (let day = due; day > from; day = addDays(day, -1)) {
    if (!hasYear(calendar, Number(day.slice(0, 4)))) return null
    if (isWorkingDay(calendar, day)) return day
  }
  return due
}

/** The same of a case as it came: `{"from","rule","extended_by"?}`; a wrong one is answered with its fault. */
export const deadlineOfCase = (
  value: unknown,
  rules: readonly TermRule[],
  calendar: WorkingCalendar,
): Deadline | InputFault => answerOrFault(() => deadlineOf(readCase(value, rules), calendar))

function readCase(value: unknown, rules: readonly TermRule[]): Case {
  const fields = fieldsOf(value, ['from', 'rule', 'extended_by'])
  const from = readFrom(fields)
  const code = fieldOf(fields, 'rule')
  const rule = typeof code === 'string' ? ruleInForce(rules, { code, day: from }) : undefined
  if (rule === undefined) throw unknownRule(code, rules)
  return { from, rule, extended_by: readExtension(fieldOf(fields, 'extended_by') ?? 0, rule) }
}

function readFrom(fields: Fields): string {
  const from = fieldOf(fields, 'from')
  if (typeof from === 'string' && isDay(from)) return from
  throw new InputError('bad_date', `Поле from: нужен существующий день вида ГГГГ-ММ-ДД, а дано ${shown(from)}.`)
}

function unknownRule(code: unknown, rules: readonly TermRule[]): InputError {
  const known = [...new Set(rules.map((rule) => rule.code))].join(', ')
  return new InputError('unknown_rule', `Поле rule: правила ${shown(code)} нет. Есть: ${known}.`)
}

/** How long the term is extended: whole days within what the rule allows. */
function readExtension(given: unknown, rule: TermRule): number {
  if (typeof given !== 'number' || !Number.isSafeInteger(given) || given < 0)
    throw new InputError(
      'extension_not_allowed',
      `Поле extended_by: нужно целое число дней от 0, а дано ${shown(given)}.`,
    )
  const fault = extensionFault(rule, given)
  if (fault !== undefined) throw fault
  return given
}

/** Why a term may not be extended by so many days; undefined where it may. */
export function extensionFault({ code, extension, source }: TermRule, days: number): InputError | undefined {
  if (days === 0) return undefined
  if (extension === null)
    return new InputError('extension_not_allowed', `Срок по правилу ${code} не продлевается (${source}).`)
  if (days <= extension) return undefined
  return new InputError(
    'extension_too_long',
    `Срок по правилу ${code} можно продлить не более чем на ${extension} дней, а дано ${days} (${source}).`,
  )
}
