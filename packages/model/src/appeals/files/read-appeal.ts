import { extensionFault } from '../deadline.ts'
import { isKind, isOutcome, isSource, type Kind, type Source } from '../kinds.ts'
import { ruleInForce, type TermRule } from '../term-rules.ts'
import { type Appeal, type ColumnName, type DateColumn, REQUIRED, type RowCode, SOLVED } from './columns.ts'
import { type Cell, dayOfCell, fold, textOfCell, translated } from '../../sheet-files/index.ts'
import type { Layout, Mapping } from './mapping.ts'

/** What a row holds by our columns: texts in our words, days where days belong. */
export interface ReadRow {
  /** Complete only where there are no codes. */
  readonly appeal: Appeal
  readonly codes: ReadonlySet<RowCode>
}

export interface RowRules {
  readonly mapping: Mapping
  readonly rules: readonly TermRule[]
  /** The day the file is of; nothing in it can be later. Null: any day will do. */
  readonly today: string | null
  /** Whose register the rows go into: a row may name it, by its number or name, but no other. Absent: any will do. */
  readonly authority?: { readonly id: string; readonly name: string }
}

/** Reads one row, and finds everything that is wrong with it alone. */
export function readAppeal(
  cells: readonly Cell[],
  layout: Layout,
  { mapping, rules, today, authority: own }: RowRules,
): ReadRow {
  const codes = new Set<RowCode>()
  const cellOf = (column: ColumnName): Cell => cells[layout.get(column) ?? -1] ?? null
  const text = (column: ColumnName): string => translated(mapping, column, textOfCell(cellOf(column)))
  const noteIf = (wrong: boolean, code: RowCode): void => void (wrong && codes.add(code))
  const known = <T extends string>(column: ColumnName, is: (word: string) => word is T, code: RowCode): T | null => {
    const word = text(column)
    noteIf(word !== '' && !is(word), code)
    return is(word) ? word : null
  }
  const whole = (column: ColumnName): number => {
    const digits = text(column)
    const isWhole = /^\d{0,9}$/.test(digits)
    noteIf(!isWhole, 'bad_number')
    return isWhole ? Number(digits) : Number.NaN
  }
  for (const column of REQUIRED) noteIf(text(column) === '', 'required')
  const days = readDays((column) => (text(column) === '' ? null : cellOf(column)), mapping, codes)
  noteIf(today !== null && Object.values(days).some((day) => day !== null && day > today), 'date_in_future')
  noteIf(!inOrder(days), 'out_of_order')
  noteIf(own !== undefined && !['', own.id, fold(own.name)].includes(fold(text('authority'))), 'other_authority')
  const appeal: Appeal = {
    ...days,
    number: text('number'),
    authority: own?.id ?? text('authority'),
    service: text('service'),
    // Rows without them bear a code.
    source: known('source', isSource, 'unknown_source') as Source,
    kind: known('kind', isKind, 'unknown_kind') as Kind,
    received: days.received ?? '',
    rule: text('rule') || null,
    outcome: known('outcome', isOutcome, 'unknown_outcome'),
    extended_by: whole('extended_by'),
    reopened: whole('reopened'),
    topics: listOf(text('topics'), mapping.lists),
    duplicate_of: text('duplicate_of') || null,
    void: known('void', isMark, 'unknown_value') === 'yes',
    solved: known('solved', isSolved, 'unknown_value'),
  }
  for (const code of termCodes(appeal, rules)) codes.add(code)
  return { appeal, codes }
}

const isMark = (word: string): word is 'yes' | 'no' => word === 'yes' || word === 'no'
const isSolved = (word: string): word is (typeof SOLVED)[number] => SOLVED.some((one) => one === word)

const listOf = (text: string, separator: string): string[] => [
  ...new Set(
    text
      .split(separator)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
]

type Days = Record<DateColumn, string | null>

function readDays(cellOf: (column: ColumnName) => Cell, { dates }: Mapping, codes: Set<RowCode>): Days {
  const dayOf = (column: DateColumn): string | null => {
    const cell = cellOf(column)
    const day = cell === null ? null : (dayOfCell(cell, dates) ?? null)
    if (cell !== null && day === null) codes.add('bad_date')
    return day
  }
  return {
    received: dayOf('received'),
    registered: dayOf('registered'),
    answered: dayOf('answered'),
    closed: dayOf('closed'),
    asked: dayOf('asked'),
  }
}

/** Received, registered, then answered and closed: each no earlier than what there is before it. */
function inOrder({ received, registered, answered, closed }: Days): boolean {
  const begun = [received, registered].filter((day) => day !== null)
  const last = begun.at(-1)
  const ends = [answered, closed].filter((day) => day !== null)
  return (
    begun.every((day) => last === undefined || day <= last) && ends.every((day) => last === undefined || day >= last)
  )
}

function termCodes(
  { rule: code, authority, registered, received, extended_by }: Appeal,
  rules: readonly TermRule[],
): RowCode[] {
  if (code === null) return []
  // A day that is wrong leaves the rule to be looked for without one.
  const day = registered ?? (received || '9999-12-31')
  const rule = ruleInForce(rules, { code, authority, day })
  if (rule === undefined) return ['unknown_rule']
  const fault = Number.isNaN(extended_by) ? undefined : extensionFault(rule, extended_by)?.code
  return fault === 'extension_not_allowed' || fault === 'extension_too_long' ? [fault] : []
}
