import { FaultError } from '../faults/fault.ts'
import { withoutEscapes } from './cell-text.ts'
import { numberKind, type NumberKind } from './number-formats.ts'
import { readWhole } from './xml.ts'

type Pieces = AsyncIterable<Buffer>

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  /** Of its relationship to the part that holds it. */
  readonly relation: string
}

/** The list of sheets, in their order, and the calendar that their dates are counted by. */
export async function readBook(pieces: Pieces): Promise<{ sheets: SheetEntry[]; calendar: 1900 | 1904 }> {
  const sheets: SheetEntry[] = []
  let calendar: 1900 | 1904 = 1900
  await readWhole(pieces, {
    open: (name, { name: title = '', state = 'visible', date1904, ...more }) => {
      if (name === 'workbookPr' && (date1904 === '1' || date1904 === 'true')) calendar = 1904
      const relation = Object.entries(more).find(([key]) => key.endsWith(':id'))?.[1]
      if (name === 'sheet' && relation !== undefined)
        sheets.push({ name: title, hidden: state !== 'visible', relation })
    },
  })
  return { sheets, calendar }
}

/** Where the parts of a relation lie, by its id: paths from the root of the archive. */
export async function readRelations(pieces: Pieces, folder: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await readWhole(pieces, {
    open: (name, { Id, Target }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `${folder}/${Target}`)
    },
  })
  return targets
}

/** What numbers stand for, by the number of a cell's style. */
export async function readStyles(pieces: Pieces): Promise<NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let inCells = false
  await readWhole(pieces, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') inCells = true
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '')
      if (name === 'xf' && inCells) kinds.push(numberKind(Number(numFmtId), codes.get(Number(numFmtId))))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return kinds
}

/** So many characters of texts are held in memory at most. */
const MAX_TEXT = 200_000_000

/** The texts that cells refer to by number. Readings of Japanese (`rPh`) are no part of them. */
export async function readTexts(pieces: Pieces): Promise<string[]> {
  const texts: string[] = []
  let [text, held] = ['', 0]
  let [inText, aside] = [false, false]
  await readWhole(pieces, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') aside = true
      inText = name === 't' && !aside
    },
    text: (more) => {
      if (inText) text += more
    },
    close: (name) => {
      inText = false
      if (name === 'rPh') aside = false
      if (name !== 'si') return
      held += text.length
      if (held > MAX_TEXT) throw new FaultError({ code: 'too_large', reason: 'file_too_long', limit: MAX_TEXT })
      texts.push(withoutEscapes(text))
    },
  })
  return texts
}
