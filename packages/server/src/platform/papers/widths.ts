import type { PaperColumn } from './columns.ts'
import { alignOf } from './columns.ts'

/** How a table fits across the page: the size of its letters in points, the width of each column in millimetres. */
export interface Fit {
  readonly size: number
  readonly widths: readonly number[]
}

/** Letters of tables, the largest first; the first at which every word fits is taken. */
const SIZES = [10, 9, 8, 7] as const
/** Millimetres of a letter at one point, a little more than the mean of a text in Russian. */
const LETTER = 0.195
/** Both sides of a cell together, with its line. */
const PADDING = 2.6
/** Longer words are divided; shorter ones are not, so a column is at least as wide. */
const WHOLE_WORD = 14
/** No wider is asked for on account of a long text. */
const LONG_TEXT = 120
/** A head is content with so many lines: it must not take the room of what stands under it. */
const HEAD_LINES = 5

/** Columns that fit into the width, told by what stands in them (as printed) and by their heads. */
export function fitColumns(
  columns: readonly PaperColumn[],
  rows: readonly (readonly string[])[],
  available: number,
): Fit {
  const wants = columns.map((column, at) => wantOf(column, rows, at))
  const size = SIZES.find((points) => sum(wants.map((want) => least(want, points))) <= available) ?? SIZES[3]
  return { size, widths: shareOut(wants, size, available) }
}

interface Want {
  /** Letters of the longest thing that is not divided. */
  readonly word: number
  /** Letters of the longest cell. */
  readonly whole: number
  readonly fixed: number | undefined
}

function wantOf(column: PaperColumn, rows: readonly (readonly string[])[], at: number): Want {
  const divided = alignOf(column) === 'left'
  // Heads are bold and may be divided, too.
  let word = Math.min(WHOLE_WORD, longestWord(column.title)) * 1.08
  let whole = column.title.length / HEAD_LINES
  for (const row of rows) {
    const text = row[at] ?? ''
    whole = Math.max(whole, text.length)
    word = Math.max(word, divided ? Math.min(WHOLE_WORD, longestWord(text)) : text.length)
  }
  return { word, whole: Math.min(LONG_TEXT, whole), fixed: column.width }
}

/** Short words hold together although they could be parted at a stroke: «п/п». */
const longestWord = (text: string): number =>
  Math.max(
    ...text
      .split(/\s+/)
      .flatMap((word) => (word.length > 6 ? word.split(/[–/-]/) : [word]))
      .map((word) => word.length),
  )

/** Whether a text holds a word that a narrow column may divide. */
export const isDivided = (text: string): boolean => longestWord(text) > WHOLE_WORD

const mm = (letters: number, size: number): number => letters * size * LETTER + PADDING
const least = ({ word, fixed }: Want, size: number): number => fixed ?? mm(word, size)
const most = ({ word, whole, fixed }: Want, size: number): number => fixed ?? mm(Math.max(word, whole), size)
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Each column gets what it needs, the rest goes to those that want more; to all alike where nobody does. */
function shareOut(wants: readonly Want[], size: number, available: number): number[] {
  const needs = wants.map((want) => least(want, size))
  const needed = sum(needs)
  if (needed >= available) return needs.map((need) => (need * available) / needed)
  const wishes = wants.map((want, at) => most(want, size) - (needs[at] ?? 0))
  const wished = sum(wishes)
  const spare = available - needed
  const given = wished === 0 ? 0 : Math.min(1, spare / wished)
  const widths = needs.map((need, at) => need + (wishes[at] ?? 0) * given)
  const stretch = available / sum(widths)
  return widths.map((width) => width * stretch)
}
