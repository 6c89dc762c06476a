import { type Principal, reachOf } from '@otklik/model/access'
import type { FastifyReply } from 'fastify'
import { asDownload } from '../../platform/http/index.ts'
import { type PaperFormat, sendPaper } from '../../platform/papers/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { procedureOf } from '../procedure/rows.ts'
import { noticeOf } from '../cases/notice-paper.ts'
import { documentPaper, type DocumentRow } from './paper-of.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** A paper of certification: the very file that was sent, or before that a draft drawn from the same data. */
export async function sendDocument(
  { db, publicUrl, reply }: { db: Db; publicUrl: string; reply: FastifyReply },
  { id, format }: { readonly id: number; readonly format: PaperFormat },
  who: Principal,
): Promise<FastifyReply> {
  if (format === 'xlsx') throw badField('format', 'Этот документ бывает в DOCX и PDF.')
  const row = await db.selectFrom('certification_documents').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  await procedureOf(db, row.procedure_id, reachOf(who))
  const kept = await db
    .selectFrom('certification_papers')
    .select('bytes')
    .where('document_id', '=', id)
    .where('format', '=', format)
    .executeTakeFirst()
  if (kept !== undefined) return asDownload(reply, `${nameOf(row)}.${format}`, TYPES[format]).send(kept.bytes)
  const paper = documentPaper(row, publicUrl) ?? (await noticeOf(db, row.id))
  if (paper === undefined) throw problem(problems.notFound)
  return sendPaper(reply, { ...paper, mark: 'Проект' }, format)
}

const NAMES = { certificate: 'Сертификат', conclusion: 'Заключение', notice: 'Уведомление' } as const
const nameOf = ({ type, number }: DocumentRow): string => `${NAMES[type]} ${number}`
