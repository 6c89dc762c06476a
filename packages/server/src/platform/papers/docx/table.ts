import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { HeadCell, PrintedTable } from '../table-print.ts'
import { ALIGN, paragraph } from './text.ts'
import { halfPoints, twips } from './units.ts'

const MARGINS = { left: twips(1.1), right: twips(1.1), top: 0, bottom: 0 }

/** A real table of Word: its head repeated on every page, no row parted. */
export function wordTable({ head, rows, total, widths, aligns, size }: PrintedTable): Table {
  const columns = widths.map(twips)
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: columns[at] ?? 0, type: WidthType.DXA },
      children: [
        paragraph(text, { style: 'Cell', alignment: ALIGN[aligns[at] ?? 'left'] }, { bold, size: halfPoints(size) }),
      ],
    })
  const line = (cells: readonly string[], bold = false) =>
    new TableRow({ cantSplit: true, children: cells.map((text, at) => cell(text, at, bold)) })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    margins: MARGINS,
    rows: [
      ...head.map((cells) => headRow(cells, size)),
      ...rows.map((row) => line(row)),
      ...(total === null ? [] : [line(total, true)]),
    ],
  })
}

const headRow = (cells: readonly HeadCell[], size: number): TableRow =>
  new TableRow({
    cantSplit: true,
    tableHeader: true,
    children: cells.map(
      ({ text, columns, rows }) =>
        new TableCell({
          columnSpan: columns,
          rowSpan: rows,
          verticalAlign: VerticalAlignTable.CENTER,
          shading: { type: ShadingType.CLEAR, fill: 'EBEBEB', color: 'auto' },
          children: [
            paragraph(
              text,
              { style: 'CellHead', alignment: AlignmentType.CENTER },
              { bold: true, size: halfPoints(size) },
            ),
          ],
        }),
    ),
  })

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

/** Cells side by side without lines, to place things with; `underlined` ones are written on. */
export function layoutTable(
  widths: readonly number[],
  rows: readonly (readonly { readonly content: readonly Paragraph[]; readonly underlined?: boolean }[])[],
): Table {
  const borders = { top: NONE, bottom: NONE, left: NONE, right: NONE }
  const cell = (at: number, content: readonly Paragraph[], underlined: boolean): ITableCellOptions => ({
    width: { size: twips(widths[at] ?? 0), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    margins: { left: 0, right: twips(2), top: 0, bottom: 0 },
    borders: underlined ? { ...borders, bottom: LINE } : borders,
    children: [...content],
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    borders: { ...borders, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(({ content, underlined = false }, at) => new TableCell(cell(at, content, underlined))),
        }),
    ),
  })
}
