import type { Sheet } from '@otklik/model/certification/api'

type Criterion = Sheet['criteria'][number]
type Evidence = Sheet['evidence'][number]

/** Criteria and evidence as lines of text: cells of a line are divided by semicolons, or by tabs as a table has them. */
export const linesOf = ({ criteria, evidence }: Pick<Sheet, 'criteria' | 'evidence'>) => ({
  criteria: criteria
    .map(({ name, earned, most, note }) => [asCell(name), earned ?? '', most, note].join('; ').replace(/[; ]+$/, ''))
    .join('\n'),
  evidence: evidence
    .map(({ title, address }) => [asCell(title), address ?? ''].join('; ').replace(/[; ]+$/, ''))
    .join('\n'),
})

/** Cells of a line: divided by tabs as a table has them, otherwise by semicolons. */
export const cellsOf = (line: string): string[] =>
  line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim())
/** A text as a cell: what would divide cells or lines is put otherwise. */
export const asCell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll(';', ',')
export const filledLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** Name; mark; the most there could be; a note. An empty mark is one not given yet. @returns the first line that is wrong, from 1 */
export function criteriaFrom(text: string): { readonly rows: Criterion[]; readonly wrong: number | null } {
  const rows: Criterion[] = []
  for (const [at, line] of filledLines(text).entries()) {
    const [name = '', mark = '', most = '', ...notes] = cellsOf(line)
    const earned = mark === '' ? null : numberOf(mark)
    const top = numberOf(most)
    if (name === '' || earned === undefined || top === undefined || top <= 0 || (earned ?? 0) > top)
      return { rows, wrong: at + 1 }
    rows.push({ name, earned, most: top, note: notes.join('; ') })
  }
  return { rows, wrong: null }
}

const numberOf = (text: string): number | undefined =>
  /^\d{1,4}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : undefined

/** What it is; where it can be seen. */
export const evidenceFrom = (text: string): Evidence[] =>
  filledLines(text).map((line) => {
    const [title = '', address = ''] = cellsOf(line)
    return { title: title === '' ? address : title, address: address === '' ? null : address }
  })
