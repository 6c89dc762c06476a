import { createHash } from 'node:crypto'
import { FaultError } from '../faults/fault.ts'
import type { Original, Source } from '../sources/source.ts'
import type { Ignored } from '../sources/left-out.ts'
import { readBook, readRelations, readStyles, readTexts, type SheetEntry } from './parts.ts'
import { SheetCsv } from './sheet-csv.ts'
import { noFacts, type Shared, sheetRows } from './sheet-rows.ts'

/** The parts of an archive that is a workbook. */
export interface WorkbookParts {
  /** Paths from the root of the archive. */
  readonly names: readonly string[]
  /** The bytes of a part, any number of times. */
  open(name: string): AsyncIterable<Buffer>
  /** Of the whole file, hexadecimal. */
  sha256(): Promise<string>
  /** The whole file, and its size. */
  readonly original: Original
  readonly bytes: number
}

const BOOK = 'xl/workbook.xml'
const MANIFESTS = new Set(['[Content_Types].xml', 'mimetype'])

/** Whether the entries of an archive are those of an office document, by the part that lists the others. */
export const isOfficeDocument = (names: readonly string[]): boolean => names.some((name) => MANIFESTS.has(name))

/**
 * The sheets of a workbook as sources of CSV: those that are seen and hold anything. One alone has the workbook's name, several
 * have their own after it.
 * @throws FaultError
 */
export async function openWorkbook(
  name: string,
  parts: WorkbookParts,
): Promise<{ sources: Source[]; ignored: Ignored[] }> {
  requireWorkbook(parts.names)
  const { sheets, calendar } = await readBook(parts.open(BOOK))
  const targets = await readRelations(parts.open('xl/_rels/workbook.xml.rels'), 'xl')
  const pathOf = ({ relation }: SheetEntry): string => targets.get(relation) ?? ''
  const there = sheets.filter((sheet) => parts.names.includes(pathOf(sheet)))
  const filled = await filter(there, (sheet) => holdsRows(parts, pathOf(sheet)))
  const seen = filled.filter(({ hidden }) => !hidden)
  if (seen.length === 0) throw new FaultError({ code: 'bad_workbook', reason: 'no_table' })
  const shared = once(() => readShared(parts, calendar))
  const sources = seen.map((sheet): Source => {
    const title = seen.length === 1 ? name : `${name}/${sheet.name}`
    return sheetSource(title, parts, { path: pathOf(sheet), shared, alone: seen.length === 1 })
  })
  const ignored = filled
    .filter(({ hidden }) => hidden)
    .map((sheet) => ({ name: `${name}/${sheet.name}`, why: 'это скрытый лист книги' }))
  return { sources, ignored }
}

function requireWorkbook(names: readonly string[]): void {
  if (names.includes(BOOK)) return
  if (names.includes('xl/workbook.bin')) throw new FaultError({ code: 'bad_workbook', reason: 'binary_workbook' })
  if (names.includes('content.xml')) throw new FaultError({ code: 'no_known_kind', reason: 'open_document' })
  throw new FaultError({ code: 'no_known_kind', reason: 'office_document' })
}

interface Sheet {
  readonly path: string
  readonly shared: () => Promise<Shared>
  /** No other sheet of the workbook is read. */
  readonly alone: boolean
}

function sheetSource(name: string, parts: WorkbookParts, { path, shared, alone }: Sheet): Source {
  let csv = new SheetCsv()
  async function* open(): AsyncGenerator<Buffer, void> {
    csv = new SheetCsv()
    yield* csv.pieces(sheetRows(parts.open(path), await shared(), csv.facts))
  }
  return {
    name,
    size: parts.bytes,
    open,
    sheet: {
      original: parts.original,
      bytes: parts.bytes,
      sha256: async () => (alone ? parts.sha256() : hashOf(`${await parts.sha256()}\n${path}`)),
      rowOf: (line) => csv.rowOf(line),
      notes: () => csv.notes,
    },
  }
}

async function readShared({ names, open }: WorkbookParts, calendar: Shared['calendar']): Promise<Shared> {
  const part = (form: RegExp) => names.find((name) => form.test(name))
  const [textsPart, stylesPart] = [part(/^xl\/(?:.*\/)?sharedStrings\.xml$/i), part(/^xl\/(?:.*\/)?styles\.xml$/i)]
  const texts = textsPart === undefined ? [] : await readTexts(open(textsPart))
  const kinds = stylesPart === undefined ? [] : await readStyles(open(stylesPart))
  return { textAt: (index) => texts[index], kindAt: (style) => kinds[style], calendar }
}

/** Whether a sheet has a cell with anything in it; looks no further than the first, and at no texts. */
async function holdsRows(parts: WorkbookParts, path: string): Promise<boolean> {
  const any: Shared = { textAt: () => '…', kindAt: () => undefined, calendar: 1900 }
  for await (const _ of sheetRows(parts.open(path), any, noFacts())) return true
  return false
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

async function filter<T>(items: readonly T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept: T[] = []
  for (const item of items) if (await keep(item)) kept.push(item)
  return kept
}
