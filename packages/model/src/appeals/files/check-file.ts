import { ALL_ROW_CODES, type RowCode } from './columns.ts'
import { type Cell, textOfCell } from '../../sheet-files/index.ts'
import type { Layout } from './mapping.ts'
import { readAppeal, type RowRules } from './read-appeal.ts'

/** What became of a file: read = accepted + set_aside + repeats; the keys stand in the order in which they are printed. */
export interface CheckedFile {
  readonly read: number
  readonly accepted: number
  readonly set_aside: number
  readonly repeats: number
  /** How many of the rows set aside bear each code. */
  readonly codes: Readonly<Partial<Record<RowCode, number>>>
  /** The rows set aside, with their numbers as Excel shows them. */
  readonly rows: readonly { readonly row: number; readonly codes: readonly RowCode[] }[]
}

/** A file being checked: rows are added in their order, then the result is asked for. */
export interface FileCheck {
  add(row: number, cells: readonly Cell[]): void
  /** The numbers that rows call their originals. */
  originals(): ReadonlySet<string>
  /**
   * @param registered numbers of originals that are in the register: a row goes in beside its original, so that one whose
   * original is in neither, is set aside or is a duplicate itself, is set aside. Absent: whatever row bears the number will do.
   */
  result(registered?: ReadonlySet<string>): CheckedFile
}

/**
 * Checks a file of appeals. A row that stands in it again, whole, is a repeat; one of the same number with other data is
 * set aside, the later of the two. What a row calls its original may also stand after it.
 */
export function startFileCheck(layout: Layout, rules: RowRules): FileCheck {
  const contents = new Map<string, string>()
  const rowsByNumber = new Map<string, number>()
  const aside = new Map<number, Set<RowCode>>()
  const duplicates: { readonly row: number; readonly number: string; readonly original: string }[] = []
  let read = 0
  let repeats = 0
  const note = (row: number, code: RowCode): void =>
    void (aside.get(row) ?? aside.set(row, new Set()).get(row))?.add(code)
  return {
    add: (row, cells) => {
      read++
      const { appeal, codes } = readAppeal(cells, layout, rules)
      const { number, duplicate_of: original } = appeal
      const content = JSON.stringify([...layout.values()].map((at) => textOfCell(cells[at] ?? null)))
      const before = number === '' ? undefined : contents.get(number)
      if (before === content) return void repeats++
      for (const code of codes) note(row, code)
      if (before !== undefined) note(row, 'duplicate_number')
      else if (number !== '') {
        contents.set(number, content)
        rowsByNumber.set(number, row)
      }
      if (original !== null) duplicates.push({ row, number, original })
    },
    originals: () => new Set(duplicates.map(({ original }) => original)),
    result: (registered) => {
      const copies = new Set(duplicates.map(({ row }) => row))
      const isThere = (number: string): boolean => {
        const row = rowsByNumber.get(number)
        if (registered === undefined) return row !== undefined
        return registered.has(number) || (row !== undefined && !aside.has(row) && !copies.has(row))
      }
      for (const { row, number, original } of duplicates)
        if (!isThere(original) || original === number) note(row, 'unknown_original')
      const rows = [...aside]
        .toSorted(([a], [b]) => a - b)
        .map(([row, codes]) => ({ row, codes: ALL_ROW_CODES.filter((code) => codes.has(code)) }))
      const accepted = read - repeats - rows.length
      return { read, accepted, set_aside: rows.length, repeats, codes: countCodes(rows), rows }
    },
  }
}

function countCodes(rows: CheckedFile['rows']): CheckedFile['codes'] {
  const all = rows.flatMap(({ codes }) => codes)
  const counted = ALL_ROW_CODES.map((code) => [code, all.filter((one) => one === code).length] as const)
  return Object.fromEntries(counted.filter(([, count]) => count > 0))
}
