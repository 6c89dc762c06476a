import type { CellStyle } from 'hucre/xlsx'
import { forXml } from '../../text.ts'
import type { Block, ListItem, Text } from '../blocks.ts'
import type { Head, Paper } from '../paper.ts'
import { cellText, FONT } from './cells.ts'
import type { SheetDraft } from './sheet.ts'

const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' }, numFmt: '@' }
const bold = (size: number): CellStyle => ({ ...WRAPPED, font: { ...FONT, bold: true, size } })
const SIZES = { 1: 13, 2: 12, 3: 11 } as const

const plain = (text: Text): string =>
  cellText((typeof text === 'string' ? [text] : text).map((run) => (typeof run === 'string' ? run : run.text)).join(''))

/** Texts go across the sheet; `span` columns are as wide as `width` characters. */
export interface Across {
  readonly span: number
  readonly width: number
}

/** A text in a row of its own, as high as it needs. */
export function writeWords(sheet: SheetDraft, text: string, { span, width }: Across, style: CellStyle = WRAPPED): void {
  const at = sheet.add([text], style)
  sheet.merge(at, 0, 1, span)
  // Heads are set larger than the width is counted in.
  sheet.raise(at, [(width * FONT.size) / (style.font?.size ?? FONT.size)], style.font?.size)
}

export function writeHead(
  sheet: SheetDraft,
  { mark, head }: Pick<Paper, 'mark'> & { head: Head },
  across: Across,
): void {
  const { organisation, approval = [], title, lines = [] } = head
  for (const line of [mark, organisation, ...approval]) if (line !== undefined) writeWords(sheet, forXml(line), across)
  writeWords(sheet, forXml(title), across, bold(14))
  for (const line of lines) writeWords(sheet, forXml(line), across)
}

/** A block without figures; those with figures are written by `writeTable`. */
export function writeBlock(sheet: SheetDraft, block: Block, across: Across): void {
  const write = (text: Text, style?: CellStyle) => writeWords(sheet, plain(text), across, style)
  if (block.kind === 'heading') write(block.text, bold(SIZES[block.level]))
  else if (block.kind === 'text') write(block.text)
  else if (block.kind === 'list') for (const item of itemsOf(block.items, block.ordered ?? false)) write(item)
  else if (block.kind === 'facts') for (const [name, value] of block.rows) write(`${name}: ${plain(value)}`)
  else if (block.kind === 'qr') write(`${block.caption}: ${block.holds}`)
  else if (block.kind === 'signature')
    for (const { position, name = '' } of block.lines) write(`${position} ____________ ${name}`.trim())
  else if (block.kind === 'poster') for (const item of block.items) write('qr' in item ? item.qr : item.text)
}

const itemsOf = (items: readonly ListItem[], ordered: boolean): string[] =>
  items.flatMap((item, at) => {
    const sign = ordered ? `${at + 1}.` : '–'
    return typeof item === 'object' && 'items' in item
      ? [`${sign} ${plain(item.text)}`, ...item.items.map((one) => `    – ${plain(one)}`)]
      : [`${sign} ${plain(item)}`]
  })
