import type { DocumentData } from '../../src/certification/documents/tables.ts'
import type { ProcedureState } from '../../src/certification/procedure/tables.ts'
import { sql } from 'kysely'
import type { Db } from '../../src/platform/postgres/open.ts'
import type { Things } from './world.ts'

export const YEAR = 2024

/** The list of a year with both parts in it, approved; past the calls under test. */
async function approvedList(db: Db, published: number): Promise<number> {
  const found = await db.selectFrom('certification_lists').select('id').where('year', '=', YEAR).executeTakeFirst()
  if (found !== undefined) return found.id
  const at = new Date()
  const { id } = await db
    .insertInto('certification_lists')
    .values({ kind: 'year', year: YEAR, number: 1, state: 'draft', created_at: at, created_by: 'Проба' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    INSERT INTO certification_entries (list_id, object_id, name, kind, authority_id, authority, region, service, folded,
      facts, admission, admitted)
    SELECT ${id}, object_id, name, kind, authority_id, authority, region, service, folded, facts, admission, true
    FROM certification_entries WHERE list_id = ${published}`.execute(db)
  const approved = {
    state: 'approved',
    approved_at: at,
    approved_by: 'Проба',
    protocol_number: '1',
    protocol_date: '2024-03-01',
  } as const
  await db.updateTable('certification_lists').set(approved).where('id', '=', id).execute()
  return id
}

const SCORE = {
  level: 55,
  parts: {},
  band: 'middle',
  certificate: true,
  conclusion: true,
  valid_from: '2024-03-15',
  valid_to: '2025-03-14',
  equal_repeats: 0,
  refused: null,
  reasons: [],
} as const

/** A procedure of the part's object in this state, with a request that waits; those that stood there are out of the way. */
export async function plantProcedure(
  { db, publishedList }: { db: Db; publishedList: number },
  { object }: Pick<Things, 'object'>,
  state: ProcedureState,
): Promise<{ id: number; request: number }> {
  const list = await approvedList(db, publishedList)
  const at = new Date()
  const done = { fixed_at: null, score: null, excluded_at: at, excluded_by: 'Проба', excluded_reason: 'Проба' }
  await db
    .updateTable('certification_procedures')
    .set({ state: 'excluded', ...done })
    .where('object_id', '=', object)
    .where('state', 'in', ['assessing', 'on_review', 'fixed'])
    .execute()
  const entry = await db
    .selectFrom('certification_entries')
    .select(['id', 'kind'])
    .where('list_id', '=', list)
    .where('object_id', '=', object)
    .executeTakeFirstOrThrow()
  const settled = state === 'fixed' || state === 'sent'
  const { id } = await db
    .insertInto('certification_procedures')
    .values({
      object_id: object,
      entry_id: entry.id,
      year: YEAR,
      kind: entry.kind,
      mass: 'none',
      state,
      reason: 'Первая сертификация',
      begun_at: at,
      begun_by: 'Проба',
      ...(settled && { fixed_at: at, fixed_by: 'Проба', score: JSON.stringify(SCORE) }),
      ...(state === 'sent' && { sent_at: at, sent_by: 'Проба' }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const asked = { question: 'Что?', addressee: 'Орган', due: '2099-12-31', asked_at: at, asked_by: 'Проба' }
  const request = await db
    .insertInto('certification_requests')
    .values({ procedure_id: id, part: 'laboratory', ...asked })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, request: request.id }
}

let serial = 0

/** A certificate in force of the part's object, sent with its file. */
export async function plantCertificate(
  world: { db: Db; publishedList: number },
  things: Pick<Things, 'object' | 'word' | 'authority'>,
): Promise<{ id: number; procedure: number }> {
  const { db } = world
  const procedure = (await plantProcedure(world, things, 'sent')).id
  const at = new Date()
  serial++
  const data: DocumentData = {
    name: `${things.word}ая справка`,
    kind: 'service',
    category: 'услуга',
    authority: `${things.word}ое министерство`,
    region: null,
    score: SCORE,
    results: [],
    remarks: [],
    by: 'Проба',
  }
  const { id } = await db
    .insertInto('certification_documents')
    .values({
      procedure_id: procedure,
      object_id: things.object,
      type: 'certificate',
      serial,
      year: YEAR,
      number: `С-${YEAR}-${serial}`,
      code: `code-${serial}`,
      dated: '2024-03-15',
      valid_from: '2024-03-15',
      valid_to: '2099-03-14',
      level: 55,
      equal_repeats: 0,
      data: JSON.stringify(data),
      made_at: at,
      sent_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('certification_papers')
    .values({ document_id: id, format: 'pdf', sha256: 'a'.repeat(64), bytes: Buffer.from('%PDF'), made_at: at })
    .execute()
  return { id, procedure }
}

/** A case of the part's certificate in this state. */
export async function plantCase(
  world: { db: Db; publishedList: number },
  things: Pick<Things, 'object' | 'word' | 'authority' | 'service'>,
  state: 'drafted' | 'signed',
): Promise<number> {
  const document = (await plantCertificate(world, things)).id
  const at = new Date()
  const alarm = {
    id: 1,
    figure: 'refusals',
    service: things.service,
    serviceName: `${things.word}ая справка`,
    month: '2026-05',
    grade: 'confirmed',
    sentence: `${things.word}ие отказы растут`,
    values: [],
    evidence: [],
    remains: null,
    foundAt: at.toISOString(),
  }
  const { id } = await world.db
    .insertInto('certification_cases')
    .values({
      document_id: document,
      object_id: things.object,
      figure: 'refusals',
      month: '2026-05',
      state,
      found_at: at,
      alarm: JSON.stringify(alarm),
      notice: JSON.stringify({ endsOn: null, text: '' }),
      ...(state === 'signed' && { signed_at: at, signed_by: 'Проба' }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A road map of the part's object in this state, with one step that is not done. */
export async function plantRoadMap(
  world: { db: Db; publishedList: number },
  things: Pick<Things, 'object' | 'word'>,
  state: 'draft' | 'on_agreement' | 'agreed' | 'approved',
): Promise<number> {
  const { id: procedure_id } = await plantProcedure(world, things, 'sent')
  const step = { section: 3, name: `${things.word}ее мероприятие`, result: '', remarks: [], related: '', done: null }
  const steps = [{ ...step, due: '2024-06-01', responsible: 'Проба' }]
  const { id } = await world.db
    .insertInto('certification_road_maps')
    .values({
      procedure_id,
      state,
      content: JSON.stringify({ steps, points: [{ share: 100, due: '2024-06-01' }] }),
      begun_at: new Date(),
      begun_by: 'Проба',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
