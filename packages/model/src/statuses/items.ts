import { itemTexts } from './item-texts.ts'
import { type Section, sections } from './sections.ts'
import { type Status, statuses } from './table.ts'

export type Item = {
  readonly section: Section
  /** Number in the section, with a Cyrillic letter for a variant: '10', '6а'. */
  readonly item: string
  /** Stage of the request under which appendix 3 lists the item. */
  readonly stage: string
  readonly text: string
  /** Codes that the item may stand for: one, or two where only the status decides. Item 6 without a letter has two. */
  readonly codes: readonly number[]
}

const bare = (item: string): string => item.replace(/[аб]$/u, '')

function codesOf(section: Section, item: string): number[] {
  const matches = (status: Status): boolean => {
    const own = status.items[section]
    return own !== null && (own === item || bare(own) === item)
  }
  return statuses.filter(matches).map((status) => status.code)
}

/** Every item of appendix 3 and the lettered variants of item 6, in the order of the source, with what it stands for. */
export const items: readonly Item[] = sections.flatMap((section) =>
  itemTexts[section].map(({ item, stage, text }) => ({ section, item, stage, text, codes: codesOf(section, item) })),
)

const byKey = new Map(items.map((item) => [`${item.section}.${item.item}`, item]))

/**
 * An item as suppliers write it, brought to one spelling: no spaces, lower case, the Latin letters a and b as the
 * Cyrillic а and б (инструкция, приложение № 3: section 1.2 prints Latin letters, 2.2 Cyrillic ones).
 */
export function normaliseItem(text: string): string {
  return text.replace(/\s/gu, '').toLowerCase().replace('a', 'а').replace('b', 'б')
}

/** The item of appendix 3 that a cell names, or undefined. Letters may be Cyrillic or Latin. */
export function findItem(section: Section, text: string): Item | undefined {
  return byKey.get(`${section}.${normaliseItem(text)}`)
}
