/**
 * What is taken off the ends of a cell: the space, the tab, the line break, and spaces that word processors and
 * spreadsheets leave, which nobody sees. Nothing inside a cell is touched.
 */
export const cellSpaces = [' ', '\t', '\n', '\u00A0', '\u202F', '\uFEFF'] as const

const ends = new RegExp(`^[${cellSpaces.join('')}]+|[${cellSpaces.join('')}]+$`, 'g')

/** A cell without the spaces around it, as the checks see it. */
export const trimCell = (text: string): string => text.replace(ends, '')
