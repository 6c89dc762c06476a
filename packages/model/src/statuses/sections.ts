/** The four sections of appendix 3: ways in which a request is made and followed. РПГУ events are stored under ЕПГУ. */
export const sections = ['ОГВ', 'МФЦ', 'ЕПГУ', 'ВИС'] as const
export type Section = (typeof sections)[number]

/** Number of the section in appendix 3 and its words for screens. */
export const sectionTitles: Readonly<Record<Section, { readonly number: string; readonly title: string }>> = {
  ОГВ: { number: '1.1', title: 'Орган власти' },
  МФЦ: { number: '1.2', title: 'МФЦ' },
  ЕПГУ: { number: '2.1', title: 'ЕПГУ (РПГУ)' },
  ВИС: { number: '2.2', title: 'ВИС' },
}

/**
 * Every accepted spelling of the column «Раздел», in upper case without outer spaces.
 * РПГУ shares section 2.1 with ЕПГУ; «РГПУ» is a slip of инструкция, приложение № 1, for РПГУ.
 */
export const sectionSpellings: readonly { readonly spelling: string; readonly section: Section }[] = [
  ...sections.map((section) => ({ spelling: section, section })),
  ...sections.map((section) => ({ spelling: sectionTitles[section].number, section })),
  { spelling: 'РПГУ', section: 'ЕПГУ' },
  { spelling: 'РГПУ', section: 'ЕПГУ' },
]

const bySpelling = new Map(sectionSpellings.map(({ spelling, section }) => [spelling, section]))

/** The section a cell names, or undefined. Case and outer spaces don't matter. */
export function findSection(text: string): Section | undefined {
  return bySpelling.get(text.trim().toUpperCase())
}
