import type { CellStyle, CellValue } from 'hucre/xlsx'
import { clock, FORMATS } from '../../http/tables/xlsx.ts'
import { asText } from '../../http/tables/text.ts'
import { forXml } from '../../text.ts'
import { alignOf, digitsOf, isInterval, noneOf, type PaperColumn, type PaperRow } from '../columns.ts'

/** A column of a sheet: that of the paper, or one end of its interval. */
export interface SheetColumn {
  readonly of: PaperColumn
  readonly title: string
  readonly end?: 'low' | 'high'
}

/** A cell of a workbook holds no more characters; Excel calls a file with more damaged. */
const LONGEST = 32_767

/** A text as a cell holds it; what does not fit is cut, and says so. */
export function cellText(text: string): string {
  const clean = forXml(text)
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1).toWellFormed()}…`
}

/** An interval takes two columns, because a spreadsheet counts with numbers. */
export const sheetColumns = (columns: readonly PaperColumn[]): SheetColumn[] =>
  columns.flatMap((of): SheetColumn[] =>
    of.type === 'interval'
      ? [
          { of, title: `${of.title}, от`, end: 'low' },
          { of, title: `${of.title}, до`, end: 'high' },
        ]
      : [{ of, title: of.title }],
  )

/** Numbers unrounded, dates as dates; any text stays one, whatever it begins with. */
export function sheetCell({ of, end }: SheetColumn, row: PaperRow): CellValue {
  const value = row[of.key]
  if (value === null || value === undefined || value === '') return noneOf(of) || null
  if (isInterval(value)) return value[end ?? 'low']
  const { type = 'text' } = of
  if (typeof value === 'number' && type !== 'text') return value
  if (typeof value === 'string' && (type === 'day' || type === 'time')) return clock(value) ?? cellText(value)
  return cellText(asText(value))
}

/** The format shows as many digits as the paper prints. */
export function formatOf({ type = 'text', digits }: PaperColumn): string {
  if (type !== 'number' && type !== 'percent' && type !== 'interval') return FORMATS[type]
  const shown = digitsOf({ type, digits })
  return shown === 0 ? FORMATS.integer : `#,##0.${'0'.repeat(shown)}`
}

export const FONT = { name: 'Arial', size: 10 } as const

const HORIZONTAL = { left: 'left', centre: 'center', right: 'right' } as const
const THIN = { style: 'thin', color: { rgb: '000000' } } as const
export const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN } as const

export const styleOf = (column: PaperColumn): CellStyle => ({
  numFmt: formatOf(column),
  border: BORDER,
  alignment: { horizontal: HORIZONTAL[alignOf(column)], vertical: 'top', wrapText: (column.type ?? 'text') === 'text' },
})
