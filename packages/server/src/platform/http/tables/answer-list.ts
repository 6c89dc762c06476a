import type { FastifyReply } from 'fastify'
import type { ListAsk, Page } from '../../list.ts'
import { type Column, type TableRow, sendTable } from './table.ts'

/** The page itself, or the same rows as a file. */
export function answerList<T extends TableRow, P extends Page<T>>(
  reply: FastifyReply,
  { format = 'json' }: ListAsk,
  page: P & Page<T>,
  table: { readonly name: string; readonly columns: readonly Column[]; readonly cells?: (row: T) => TableRow },
): P | FastifyReply {
  if (format === 'json') return page
  const { cells = (row: T): TableRow => row } = table
  return sendTable(reply, { ...table, rows: page.rows.map(cells) }, format)
}
