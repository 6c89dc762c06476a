import { findItem } from './items.ts'
import type { Section } from './sections.ts'
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
  | { readonly ok: false; readonly problem: EventProblem }

const refuse = (problem: EventProblem): DecidedEvent => ({ ok: false, problem })

/** Decides what an event row means from its item and its status, at least one of which it must have; the one gives the other. */
export function decideEvent(section: Section, item: string | null, code: number | null): DecidedEvent {
  if (code !== null && !findStatus(code)) return refuse('unknown_status')
  if (item === null) {
    if (code === null) return refuse('required')
    if (!statusInSection(section, code)) return refuse('status_not_in_section')
    return { ok: true, code, item: itemOf(section, code) ?? '' }
  }
  const found = statusOf(section, item)
  if (found.kind === 'unknown_item') return refuse('unknown_item')
  if (code !== null && !statusInSection(section, code)) return refuse('status_not_in_section')
  if (code === null && found.kind === 'ambiguous') return refuse('ambiguous_item')
  const codes = found.kind === 'resolved' ? [found.code] : found.codes
  const decided = code ?? codes[0]
  if (decided === undefined || !codes.includes(decided)) return refuse('status_item_mismatch')
  return { ok: true, code: decided, item: itemOf(section, decided) ?? '' }
}
