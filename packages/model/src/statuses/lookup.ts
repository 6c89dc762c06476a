import { findItem } from './items.ts'
import { type Section, sections } from './sections.ts'
import { findStatus } from './table.ts'

export type StatusOfItem =
  | { readonly kind: 'resolved'; readonly code: number }
  | { readonly kind: 'ambiguous'; readonly codes: readonly number[] }
  | { readonly kind: 'unknown_item' }

/**
 * The status that an item stands for (инструкция, приложение № 8).
 * Ambiguous: ОГВ 3 (1017, 1018), МФЦ 6 and ВИС 6 without a letter (1005, 1006), ЕПГУ 13 (22, 24).
 */
export function statusOf(section: Section, item: string): StatusOfItem {
  const codes = findItem(section, item)?.codes ?? []
  const [code] = codes
  if (code === undefined) return { kind: 'unknown_item' }
  return codes.length === 1 ? { kind: 'resolved', code } : { kind: 'ambiguous', codes }
}

/** The item under which a status is sent in a section ('10', '6а'), or undefined where appendix 8 has none. */
export function itemOf(section: Section, code: number): string | undefined {
  return findStatus(code)?.items[section] ?? undefined
}

/**
 * Whether a status may come in a section: by appendix 8. It doesn't place 30, which it lacks, so that one may come in
 * every section.
 */
export function statusInSection(section: Section, code: number): boolean {
  const status = findStatus(code)
  if (!status) return false
  return status.outsideAppendix || status.items[section] !== null
}

export type EventProblem =
  | 'required'
  | 'unknown_item'
  | 'unknown_status'
  | 'status_not_in_section'
  | 'status_item_mismatch'
  | 'ambiguous_item'
export type DecidedEvent =
  | { readonly ok: true; readonly code: number /** Empty for 30, which has no item. */; readonly item: string }
  | { readonly ok: false; readonly problems: readonly EventProblem[] }

function statusProblem(section: Section | undefined, code: number): EventProblem | undefined {
  if (!findStatus(code)) return 'unknown_status'
  return section && !statusInSection(section, code) ? 'status_not_in_section' : undefined
}

/** What is wrong with item and status each by itself, and only if nothing is, with the two together. */
function problemsOf(section: Section | undefined, item: string | null, code: number | null): EventProblem[] {
  if (item === null && code === null) return ['required']
  const among = section ? [section] : sections
  const found = item === null ? undefined : among.map((one) => findItem(one, item)).find((one) => one !== undefined)
  const wrongStatus = code === null ? undefined : statusProblem(section, code)
  const alone: EventProblem[] = [
    ...(item !== null && !found ? (['unknown_item'] as const) : []),
    ...(wrongStatus ? [wrongStatus] : []),
  ]
  if (alone.length > 0 || !section || !found) return alone
  if (code === null) return found.codes.length > 1 ? ['ambiguous_item'] : []
  return found.codes.includes(code) ? [] : ['status_item_mismatch']
}

/**
 * Decides what an event row means from its item and its status, at least one of which it must have; the one gives the other.
 * @param section undefined where the row names none: then only what is wrong in every section is a problem.
 */
export function decideEvent(section: Section | undefined, item: string | null, code: number | null): DecidedEvent {
  const problems = problemsOf(section, item, code)
  const decided = code ?? (section && item !== null ? findItem(section, item)?.codes[0] : undefined)
  if (problems.length > 0 || !section || decided === undefined) return { ok: false, problems }
  return { ok: true, code: decided, item: itemOf(section, decided) ?? '' }
}
