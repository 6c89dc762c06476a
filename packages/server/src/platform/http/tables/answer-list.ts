import type { FastifyReply } from 'fastify'
import type { ListAsk, Page } from '../../list.ts'
import { type Column, type Row, sendTable } from './table.ts'

/** The page itself, or the same rows as a file. */
export function answerList<T extends Row, P extends Page<T>>(
  reply: FastifyReply,
  { format = 'json' }: ListAsk,
  page: P & Page<T>,
  table: { readonly name: string; readonly columns: readonly Column[]; readonly cells?: (row: T) => Row },
): P | FastifyReply {
  if (format === 'json') return page
  const { cells = (row: T): Row => row } = table
  return sendTable(reply, { ...table, rows: page.rows.map(cells) }, format)
}
