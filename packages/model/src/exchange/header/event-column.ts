import { findSection, findStatus, type Section, statusInSection, statusOf } from '../../statuses/index.ts'

/** A column of a `wide` file that holds moments of one event. */
export interface EventColumn {
  /** As the header wrote it: «ЕПГУ.11», «ОГВ#1018». */
  readonly title: string
  readonly section: Section
  /** The status its moments mean, or why no moment can be read from it. */
  readonly status: number | 'unknown_item' | 'unknown_status' | 'status_not_in_section' | 'ambiguous_item'
}

const problemOf = (section: Section, item: string): EventColumn['status'] => {
  const found = statusOf(section, item)
  if (found.kind === 'resolved') return found.code
  return found.kind === 'ambiguous' ? 'ambiguous_item' : 'unknown_item'
}

function statusColumn(section: Section, text: string): EventColumn['status'] {
  const code = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (!findStatus(code)) return 'unknown_status'
  return statusInSection(section, code) ? code : 'status_not_in_section'
}

/** Reads «SECTION.ITEM» or «SECTION#STATUS»; undefined where the title is no such column. */
export function eventColumn(title: string): EventColumn | undefined {
  const match = /^([\p{L}]+)\s*([.#])\s*(\S.*)$/u.exec(title.replace(/^\uFEFF/, '').trim())
  const section = match?.[1] === undefined ? undefined : findSection(match[1])
  const rest = match?.[3]?.trim()
  if (!match || !section || rest === undefined) return undefined
  return {
    title: title.trim(),
    section,
    status: match[2] === '.' ? problemOf(section, rest) : statusColumn(section, rest),
  }
}
