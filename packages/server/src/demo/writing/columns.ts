import { type Kind, kindRules } from '@otklik/model/exchange'
import { type Section, statuses, statusInSection } from '@otklik/model/statuses'

/** The columns of a kind in the order of the format: their names and the header words in both spellings. */
export interface Columns {
  canonical: readonly string[]
  russian: readonly string[]
}

export function columnsOf(kind: Kind): Columns {
  const { columns } = kindRules[kind]
  return { canonical: columns.map(({ name }) => name), russian: columns.map(({ aliases }) => aliases[0]) }
}

/** The event columns of a wide file, by status and not by item: an item may stand for two statuses. */
export const WIDE_EVENTS: readonly { section: Section; status: number; column: string }[] = (
  ['ОГВ', 'ВИС'] as const
).flatMap((section) =>
  statuses
    .filter(({ code }) => statusInSection(section, code))
    .map(({ code }) => ({ section, status: code, column: `${section}#${code}` })),
)
