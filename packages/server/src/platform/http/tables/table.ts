import type { FastifyReply } from 'fastify'
import { csvStream } from './csv.ts'
import { xlsxStream } from './xlsx.ts'

/**
 * How a column's values are written. `day` is `YYYY-MM-DD`, `time` is `YYYY-MM-DDTHH:MM:SS` (wall clock), `percent` is
 * a number of percent (12.5 means 12.5 %); identifiers are `text` and stay text.
 */
export type ColumnType = 'text' | 'integer' | 'number' | 'percent' | 'day' | 'time'
export interface Column {
  readonly key: string
  readonly title: string
  readonly type?: ColumnType
}
export type TableRow = Readonly<Record<string, unknown>>
export interface TableExport {
  /** The file's name without its ending; may be Russian. */
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<TableRow> | AsyncIterable<TableRow>
  /** Empty rows above the titles; none by default. */
  readonly above?: number
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Streams the rows as a file to download; `return sendTable(…)` from a handler. */
export function sendTable(reply: FastifyReply, table: TableExport, format: 'csv' | 'xlsx'): FastifyReply {
  const stream = format === 'csv' ? csvStream(table) : xlsxStream(table)
  stream.on('error', (err) => reply.log.error({ err }, 'table download failed'))
  return asDownload(reply, `${table.name}.${format}`, format === 'csv' ? 'text/csv; charset=utf-8' : XLSX).send(stream)
}

/** Headers of a file to keep: the name in ASCII for old clients and whole by RFC 6266. */
export function asDownload(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply.type(type).header('content-disposition', disposition(name)).header('cache-control', 'no-store')
}

export function disposition(name: string): string {
  const clean = name.replace(/[\p{Cc}/\\]/gu, '_')
  const ascii = clean.replace(/[^ -~]|["%]/g, '_')
  const full = encodeURIComponent(clean).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`
}
