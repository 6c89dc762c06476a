import { type WriteOptions, writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { sheetName } from '../../http/tables/xlsx.ts'
import { forXml } from '../../text.ts'
import type { Block, Chart, Table } from '../blocks.ts'
import { chartTable, isDrawn } from '../charts/chart-table.ts'
import { footerHash, MARGINS, type Orientation, type Paper } from '../paper.ts'
import { settled } from '../parts/settled.ts'
import { numbered } from '../runs.ts'
import { quoted, sheetChart } from './chart.ts'
import { SheetDraft } from './sheet.ts'
import { type Placed, widthsOf, writeTable } from './table.ts'
import { FONT } from './cells.ts'
import { type Across, writeBlock, writeHead, writeWords } from './words.ts'

type Tabular = Table | Chart
const isTabular = (block: Block): block is Tabular =>
  (block.kind === 'table' && block.rows.length > 0) || (block.kind === 'chart' && isDrawn(block))

/** Texts alone go across one column. */
const WORDS: Across = { span: 1, width: 84 }
/** Around a table they go across its first columns: as many as a page is wide. */
function around(table: Table): Across {
  const widths = widthsOf(table)
  let [span, width] = [0, 0]
  while (span < widths.length && (span === 0 || width + (widths[span] ?? 0) <= PAGE)) width += widths[span++] ?? 0
  return { span, width }
}
const PAGE = 150

/** More rows that stay in place would leave no room for those that move. */
const MOST_FROZEN = 12

/** A sheet with the rows of its head: the first of them, and how many stand above the rows of the table. */
interface Sheet {
  readonly sheet: WriteSheet
  readonly headFrom: number
  readonly frozen: number
}

/**
 * A paper as a workbook. Its only table stands on the sheet of the paper, under the head; several have a sheet each, after
 * one with the words.
 */
export async function renderXlsx(paper: Paper): Promise<Uint8Array> {
  const blocks = numbered(paper.blocks)
  const tables = blocks.filter(isTabular)
  const [only] = tables
  const one = tables.length === 1 && only ? oneSheet(paper, blocks, only) : undefined
  const sheets = one && one.frozen <= MOST_FROZEN ? [one] : manySheets(paper, blocks)
  const date = new Date(paper.made)
  const book = await writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.flatMap(titlesOf),
    defaultFont: FONT,
    properties: {
      title: forXml(paper.head.title),
      creator: forXml(paper.author),
      lastModifiedBy: forXml(paper.author),
      ...(paper.hash !== undefined && { keywords: paper.hash }),
      created: date,
      modified: date,
    },
  })
  return tables.some(({ kind }) => kind === 'chart') ? settled(book, paper.made) : book
}

function oneSheet(paper: Paper, blocks: readonly Block[], tabular: Tabular): Sheet {
  const sheet = new SheetDraft(sheetName(paper.head.title))
  const across = around(tableOf(tabular))
  writeHead(sheet, paper, across)
  let placed: Placed | undefined
  for (const block of blocks) {
    if (block !== tabular) writeBlockOrReason(sheet, block, across)
    else {
      if (block.title !== undefined) writeWords(sheet, forXml(block.title), across)
      placed = writeTable(sheet, tableOf(block))
    }
  }
  if (!placed) throw new Error('the table of the sheet is not among its blocks')
  return finished(sheet, placed, tabular, paper)
}

function manySheets(paper: Paper, blocks: readonly Block[]): Sheet[] {
  const names = namesOf(['Текст', ...blocks.filter(isTabular).map(({ title = 'Таблица' }) => title)])
  const words = new SheetDraft(names.shift() ?? 'Текст')
  writeHead(words, paper, WORDS)
  const sheets: Sheet[] = []
  for (const block of blocks) {
    if (!isTabular(block)) writeBlockOrReason(words, block, WORDS)
    else {
      const sheet = new SheetDraft(names.shift() ?? 'Таблица')
      const table = tableOf(block)
      writeWords(words, `${forXml(block.title ?? 'Таблица')} – лист «${sheet.name}»`, WORDS)
      if (block.title !== undefined) writeWords(sheet, forXml(block.title), around(table))
      sheets.push(finished(sheet, writeTable(sheet, table), block, paper))
    }
  }
  const { orientation = 'portrait' } = paper
  const text = { ...words.done(), columns: [{ width: WORDS.width }], ...printOf(paper, orientation) }
  return [{ sheet: text, headFrom: 0, frozen: 0 }, ...sheets]
}

/** What is missing in a chart is left empty: a word would be drawn as a zero. */
function tableOf(tabular: Tabular): Table {
  if (tabular.kind === 'table') return tabular
  const table = chartTable(tabular)
  return { ...table, columns: table.columns.map((column) => ({ ...column, none: '' })) }
}

/** A table without rows says why, in its place. */
function writeBlockOrReason(sheet: SheetDraft, block: Block, across: Across): void {
  if (block.kind !== 'table' && block.kind !== 'chart') return writeBlock(sheet, block, across)
  if (block.title !== undefined) writeWords(sheet, forXml(block.title), across)
  return writeWords(sheet, forXml(block.empty), across)
}

function finished(draft: SheetDraft, placed: Placed, tabular: Tabular, paper: Paper): Sheet {
  const { columns, headFrom, from } = placed
  const wide = columns.length > 6 || tabular.kind === 'chart'
  const sheet = {
    ...draft.done(),
    columns: [...columns],
    freezePane: { rows: from },
    ...printOf(paper, wide ? 'landscape' : (paper.orientation ?? 'portrait')),
    ...(tabular.kind === 'chart' && { charts: [sheetChart(tabular, draft.name, placed)] }),
  }
  return { sheet, headFrom, frozen: from }
}

/** The rows that are printed on every page; the library itself would forget the quotes around the name of the sheet. */
const titlesOf = ({ sheet: { name }, headFrom, frozen }: Sheet): NonNullable<WriteOptions['namedRanges']> =>
  frozen === 0
    ? []
    : [{ name: '_xlnm.Print_Titles', range: `${quoted(name)}!$${headFrom + 1}:$${frozen}`, scope: name }]

const inches = (millimetres: number): number => millimetres / 25.4
/** In a header of a spreadsheet this sign begins a code. */
const literal = (text: string): string => forXml(text).replaceAll('&', '&&')

function printOf(paper: Paper, orientation: Orientation) {
  const { left, right, top, bottom } = MARGINS[orientation]
  const hash = footerHash(paper)
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {
        left: inches(left),
        right: inches(right),
        top: inches(top),
        bottom: inches(bottom),
        header: inches(9),
        footer: inches(8),
      },
    },
    headerFooter: {
      ...(paper.mark !== undefined && { oddHeader: `&R${literal(paper.mark)}` }),
      oddFooter: `${hash === null ? '' : `&L${literal(hash)}`}&RСтр. &P из &N`,
    },
  } as const
}

/** Names of sheets, no two alike. */
function namesOf(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const name = sheetName(title).trim() || 'Лист'
    let free = name
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name.slice(0, 31 - ` ${n}`.length)} ${n}`
    taken.add(free.toLowerCase())
    return free
  })
}
