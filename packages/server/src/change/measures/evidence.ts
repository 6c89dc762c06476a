import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Static } from 'typebox'
import type { Evidence } from '@otklik/model/change/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { type FileStore, keepFile, sendKeptFile } from '../../files/index.ts'
import { asDownload } from '../../platform/http/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { tidy } from '../../platform/text.ts'
import { measureProblem } from '../problems.ts'
import { findMeasure } from './reach.ts'
import { factsOf } from './record.ts'

type EvidenceRecord = Static<typeof Evidence>
interface Given {
  readonly name: string
  readonly address: string | null
  readonly file: { readonly id: number; readonly size: number } | null
}

/** The file is kept first: one that its measure does not take after all is nobody's. */
export async function addEvidenceFile(
  store: FileStore,
  id: number,
  { name, body }: { readonly name: string; readonly body: Readable },
  caller: Caller,
): Promise<EvidenceRecord> {
  requireOpen(await findMeasure(store.db, id, caller.who), caller)
  const file = await keepFile(store, { name: tidy(name), body, personal: false }, caller.at)
  return add(store.db, id, { name: tidy(name), address: null, file }, caller)
}

export function addEvidenceLink(
  db: Db,
  id: number,
  { title, address }: { readonly title: string; readonly address: string },
  caller: Caller,
): Promise<EvidenceRecord> {
  if (!/^https?:\/\//i.test(address.trim())) throw badField('address', 'Напишите адрес целиком, с https:// в начале.')
  return add(db, id, { name: tidy(title), address: address.trim(), file: null }, caller)
}

/** Only who answers for the measure adds to it, and only while it is not over. */
function requireOpen(row: Awaited<ReturnType<typeof findMeasure>>, caller: Caller): void {
  if (!factsOf(row, caller).own) throw measureProblem('done', row.state, 'own')
  if (row.state === 'verified' || row.state === 'cancelled') throw measureProblem('done', row.state, 'state')
}

async function add(db: Db, id: number, { name, address, file }: Given, caller: Caller): Promise<EvidenceRecord> {
  const { who, from, at } = caller
  if (name === '') throw badField('name', 'Напишите название.')
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('change_measures').select('id').where('id', '=', id).forUpdate().execute()
    requireOpen(await findMeasure(tx, id, who), caller)
    const size = file?.size ?? null
    const by = displayName(who)
    const { id: number } = await tx
      .insertInto('change_evidence')
      .values({ measure_id: id, name, address, size, file_id: file?.id ?? null, by, at })
      .returning('id')
      .executeTakeFirstOrThrow()
    const after = { name, address, size }
    await recordAudit(tx, { who, what: 'measure.evidence_added', subject: `measure:${id}`, after, from, at })
    return { id: number, name, address, size, added: { at: at.toISOString(), by } }
  })
}

/** Files of before there was a store of them stand in the row itself. */
export async function sendEvidence(
  store: FileStore,
  { id, file }: { readonly id: number; readonly file: number },
  reply: FastifyReply,
  { who }: Caller,
): Promise<FastifyReply> {
  await findMeasure(store.db, id, who)
  const found = await store.db
    .selectFrom('change_evidence')
    .select(['name', 'bytes', 'file_id'])
    .where('id', '=', file)
    .where('measure_id', '=', id)
    .executeTakeFirst()
  if (found !== undefined && found.file_id !== null)
    return sendKeptFile(store, { id: found.file_id, name: found.name }, reply)
  if (found?.bytes == null) throw problem(problems.notFound)
  return asDownload(reply, found.name, 'application/octet-stream').send(found.bytes)
}
