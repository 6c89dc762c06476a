import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { FastifyReply } from 'fastify'
import type { Static } from 'typebox'
import type { Evidence } from '@otklik/model/change/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
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
  readonly bytes: Buffer | null
}

/** Files of photographs and scans; what is larger belongs into an archive of the authority, and a link here. */
export const MOST_EVIDENCE_BYTES = 10 * 1024 ** 2

export async function addEvidenceFile(
  db: Db,
  id: number,
  { name, body }: { readonly name: string; readonly body: Readable },
  caller: Caller,
): Promise<EvidenceRecord> {
  const bytes = await buffer(body)
  if (bytes.length === 0) throw badField('body', 'Файл пустой. Выберите другой.')
  return add(db, id, { name: tidy(name), address: null, bytes }, caller)
}

export function addEvidenceLink(
  db: Db,
  id: number,
  { title, address }: { readonly title: string; readonly address: string },
  caller: Caller,
): Promise<EvidenceRecord> {
  if (!/^https?:\/\//i.test(address.trim())) throw badField('address', 'Напишите адрес целиком, с https:// в начале.')
  return add(db, id, { name: tidy(title), address: address.trim(), bytes: null }, caller)
}

/** Only who answers for the measure adds to it, and only while it is not over. */
async function add(db: Db, id: number, { name, address, bytes }: Given, caller: Caller): Promise<EvidenceRecord> {
  const { who, from, at } = caller
  if (name === '') throw badField('name', 'Напишите название.')
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('change_measures').select('id').where('id', '=', id).forUpdate().execute()
    const row = await findMeasure(tx, id, who)
    if (!factsOf(row, caller).own) throw measureProblem('done', row.state, 'own')
    if (row.state === 'verified' || row.state === 'cancelled') throw measureProblem('done', row.state, 'state')
    const size = bytes?.length ?? null
    const by = displayName(who)
    const { id: number } = await tx
      .insertInto('change_evidence')
      .values({ measure_id: id, name, address, size, bytes, by, at })
      .returning('id')
      .executeTakeFirstOrThrow()
    const after = { name, address, size }
    await recordAudit(tx, { who, what: 'measure.evidence_added', subject: `measure:${id}`, after, from, at })
    return { id: number, name, address, size, added: { at: at.toISOString(), by } }
  })
}

/** Never shown within the desk's own pages: it is a file from somebody else's machine. */
export async function sendEvidence(
  db: Db,
  { id, file }: { readonly id: number; readonly file: number },
  reply: FastifyReply,
  { who }: Caller,
): Promise<FastifyReply> {
  await findMeasure(db, id, who)
  const found = await db
    .selectFrom('change_evidence')
    .select(['name', 'bytes'])
    .where('id', '=', file)
    .where('measure_id', '=', id)
    .executeTakeFirst()
  if (found?.bytes == null) throw problem(problems.notFound)
  return asDownload(reply, found.name, 'application/octet-stream').send(found.bytes)
}
