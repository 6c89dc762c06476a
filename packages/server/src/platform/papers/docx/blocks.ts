import { type FileChild, HeadingLevel, type Paragraph, type Table } from 'docx'
import { forXml } from '../../text.ts'
import type { Block, Facts, List, Paragraph as Words, Signature } from '../blocks.ts'
import { chartTable, isDrawn } from '../charts/chart-table.ts'
import { printTable } from '../table-print.ts'
import { wordChart } from './chart.ts'
import { qrBlock } from './qr.ts'
import { layoutTable, wordTable } from './table.ts'
import { ALIGN, paragraph } from './text.ts'

/** What counts through a whole document: its drawings and its numbered lists. */
export interface Counters {
  drawing(): number
  list(): number
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
/** Two tables that touch become one; this keeps them apart. */
const gap = (): Paragraph => paragraph('', { style: 'Small' })

/** A block as Word has it, across so many millimetres. */
export function wordBlock(block: Block, width: number, counters: Counters): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(block.text, { heading: LEVELS[block.level] })]
    case 'text':
      return [words(block)]
    case 'list':
      return list(block, counters.list())
    case 'facts':
      return [facts(block, width), gap()]
    case 'table': {
      const printed = printTable(block, width)
      const below = printed ? [wordTable(printed), gap()] : [empty(block.empty)]
      return [...caption(block.title), ...below]
    }
    case 'chart': {
      if (!isDrawn(block)) return [...caption(block.title), empty(block.empty)]
      const figures = printTable(chartTable(block), width)
      const chart = wordChart(block, width, counters.drawing())
      return [...caption(block.title), chart, ...(figures ? [wordTable(figures), gap()] : [])]
    }
    case 'signature':
      return signature(block, width)
    case 'qr':
      return [qrBlock(block, width, counters.drawing()), gap()]
    case 'page':
    case 'poster':
      throw new Error(`a block of the kind ${block.kind} makes pages and does not stand on one`)
  }
}

const caption = (title: string | undefined): Paragraph[] =>
  title === undefined ? [] : [paragraph(title, { style: 'Caption' })]

const empty = (reason: string): Paragraph => paragraph(reason, {}, { italics: true })

const STYLE_OF = { lead: 'Lead', note: 'Note' } as const

function words({ text, look, align }: Words): Paragraph {
  const style = look && { style: STYLE_OF[look] }
  return paragraph(text, { ...style, alignment: align ? ALIGN[align] : look ? ALIGN.left : 'both' })
}

function list({ items, ordered = false }: List, instance: number): Paragraph[] {
  const item = (text: Parameters<typeof paragraph>[0], level: number) =>
    paragraph(text, { numbering: { reference: ordered ? 'numbers' : 'dashes', level, instance } })
  return items.flatMap((one) =>
    typeof one === 'object' && 'items' in one
      ? [item(one.text, 0), ...one.items.map((text) => item(text, 1))]
      : [item(one, 0)],
  )
}

const facts = ({ rows }: Facts, width: number): Table =>
  layoutTable(
    [width * 0.36, width * 0.64],
    rows.map(([name, value]) => [
      { content: [paragraph(name, { alignment: ALIGN.left })] },
      { content: [paragraph(value, { alignment: ALIGN.left })] },
    ]),
  )

function signature({ lines, dated = false }: Signature, width: number): FileChild[] {
  const widths = [width - 105, 45, 5, 55]
  const cell = (text: string, underlined = false) => ({
    content: [paragraph(text, { spacing: { before: 360, after: 0 } })],
    underlined,
  })
  const small = (text: string) => ({ content: [paragraph(text, { style: 'Small', alignment: ALIGN.centre })] })
  const rows = lines.flatMap(({ position, name }) => [
    [cell(position), cell('', true), cell(''), cell(name ?? '', name === undefined)],
    [small(''), small('(подпись)'), small(''), small(name === undefined ? '(И. О. Фамилия)' : '')],
  ])
  const date = dated ? [paragraph('«___» __________________ 20___ г.', { spacing: { before: 240 } })] : [gap()]
  return [gap(), layoutTable(widths, rows), ...date]
}

export const titleOf = (title: string): Paragraph => paragraph(forXml(title), { heading: HeadingLevel.TITLE })
