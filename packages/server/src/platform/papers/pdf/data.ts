import { renderSVG } from 'uqr'
import type { Block, ListItem, Poster, PosterItem, Text } from '../blocks.ts'
import { altOf } from '../charts/alt.ts'
import { chartTable, isDrawn } from '../charts/chart-table.ts'
import { chartSvg } from '../charts/svg/picture.ts'
import { footerHash, MARGINS, type Paper, textWidth } from '../paper.ts'
import { runsOf } from '../runs.ts'
import { type PrintedTable, printTable } from '../table-print.ts'
import { breakable, glued } from './breaks.ts'

/** What the template reads, and the pictures that it names. */
export interface PdfData {
  readonly json: object
  readonly pictures: ReadonlyMap<string, string>
}

/** A paper as the template takes it: texts that the font can print, tables laid out, charts drawn. */
export function pdfData(paper: Paper, printable: (text: string) => string): PdfData {
  const pictures = new Map<string, string>()
  const words = (text: string) => breakable(glued(printable(text)))
  const picture = (svg: string) => {
    const name = `${pictures.size + 1}.svg`
    pictures.set(name, svg)
    return name
  }
  const tools: Tools = { words, text: (text) => runsOfText(text, words), picture, printable }
  const { head, author, made, mark = null } = paper
  const date = new Date(made)
  return {
    json: {
      title: printable(head.title),
      author: printable(author),
      keywords: paper.hash === undefined ? [] : [paper.hash],
      made: [
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
      ],
      mark: mark === null ? null : words(mark),
      hash: footerHash(paper),
      head: {
        organisation: head.organisation === undefined ? null : words(head.organisation),
        approval: head.approval?.map(words) ?? [],
        title: words(head.title),
        lines: head.lines?.map(words) ?? [],
        page: head.page === undefined ? null : words(head.page),
      },
      runs: runsOf(paper).map(({ orientation, blocks, poster }) => ({
        flipped: orientation === 'landscape',
        margins: MARGINS[orientation],
        poster: poster === undefined ? null : posterData(poster, tools),
        blocks: blocks.map((block) => blockData(block, textWidth(orientation), tools)),
      })),
    },
    pictures,
  }
}

interface Tools {
  /** Of plain strings. */
  readonly words: (text: string) => string
  readonly text: (text: Text) => object[]
  readonly printable: (text: string) => string
  /** Keeps a picture; the answer is its name. */
  readonly picture: (svg: string) => string
}

const runsOfText = (text: Text, words: (text: string) => string): object[] =>
  (typeof text === 'string' ? [text] : text).map((run) => {
    const { text: content, bold = false, italic = false } = typeof run === 'string' ? { text: run } : run
    return { text: words(content), bold, italic }
  })

function blockData(block: Block, width: number, tools: Tools): object {
  const { words, text } = tools
  switch (block.kind) {
    case 'heading':
      return { ...block, text: words(block.text) }
    case 'text':
      return { kind: 'text', text: text(block.text), look: block.look ?? 'body', align: block.align ?? 'left' }
    case 'list':
      return { kind: 'list', ordered: block.ordered ?? false, items: block.items.map((item) => itemData(item, text)) }
    case 'facts':
      return { kind: 'facts', rows: block.rows.map(([name, value]) => [words(name), text(value)]) }
    case 'table': {
      const printed = printTable(block, width)
      const title = block.title === undefined ? null : words(block.title)
      return printed ? tableData(printed, words) : { kind: 'empty', title, text: words(block.empty) }
    }
    case 'chart':
      return chartData(block, width, tools)
    case 'signature':
      return {
        kind: 'signature',
        lines: block.lines.map(({ position, name = '' }) => ({ position: words(position), name: words(name) })),
        dated: block.dated ?? false,
      }
    case 'qr':
      return { kind: 'qr', ...code(block.holds, tools), caption: words(block.caption), holds: words(block.holds) }
    case 'page':
    case 'poster':
      throw new Error(`a block of the kind ${block.kind} makes pages and does not stand on one`)
  }
}

function itemData(item: ListItem, text: Tools['text']): object {
  const nested = typeof item === 'object' && 'items' in item
  return nested ? { text: text(item.text), items: item.items.map(text) } : { text: text(item), items: [] }
}

function tableData(table: PrintedTable, words: Tools['words']): object {
  return {
    kind: 'table',
    ...table,
    title: table.title === null ? null : words(table.title),
    aligns: table.aligns.map((align) => (align === 'centre' ? 'center' : align)),
    head: table.head.map((row) => row.map((cell) => ({ ...cell, text: words(cell.text) }))),
    rows: table.rows.map((row) => row.map(words)),
    total: table.total?.map(words) ?? null,
  }
}

function chartData(block: Extract<Block, { kind: 'chart' }>, width: number, tools: Tools): object {
  const { words, printable, picture } = tools
  if (!isDrawn(block)) return { kind: 'empty', title: words(block.title), text: words(block.empty) }
  const clean = {
    ...block,
    categories: block.categories.map(printable),
    series: block.series.map((one) => ({ ...one, name: printable(one.name) })),
  }
  const table = printTable(chartTable(block), width)
  return {
    kind: 'chart',
    title: words(block.title),
    picture: picture(chartSvg(clean, width)),
    alt: printable(altOf(block)),
    table: table && tableData(table, words),
  }
}

const code = (holds: string, { picture, printable }: Pick<Tools, 'picture' | 'printable'>) => ({
  picture: picture(renderSVG(holds, { border: 0, ecc: 'M' })),
  alt: printable(`QR-код: ${holds}`),
})

const posterData = ({ framed = false, items }: Poster, tools: Tools): object => ({
  framed,
  items: items.map((item) => ({ x: item.x, y: item.y, width: item.width, ...posterItem(item, tools) })),
})

function posterItem(item: PosterItem, tools: Tools): object {
  if ('qr' in item) return code(item.qr, tools)
  const { text, size, align = 'left' } = item
  return { text: tools.text(text), size, align: align === 'centre' ? 'center' : align }
}
