import type { BodyOf } from '@otklik/model/api'
import type { codeStatement as route } from '@otklik/model/change/api'
import { currentTopics } from '@otklik/model/change/rubricator'
import { sql } from 'kysely'
import { type Caller, displayName, nameOf, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { processIds } from '../processes/reach.ts'
import { codedMeanwhile, sameCoder } from '../problems.ts'
import { currentRubricator } from '../rubricator/current.ts'
import type { CodedBefore } from '../tables.ts'

type Body = BodyOf<typeof route>

/** Gives a text its topics, the main one first; as the second coder, beside what the first one gave. */
export async function codeStatement(db: Db, id: number, body: Body, caller: Caller): Promise<{ coded: number }> {
  const codes = await knownCodes(db, body.codes)
  const reach = await processIds(db, caller.who)
  return db
    .transaction()
    .execute((tx) =>
      body.blind
        ? codeAgain(tx, { id, codes, reach }, caller)
        : codeFirst(tx, { id, codes, reach, over: body.over }, caller),
    )
}

interface Given {
  readonly id: number
  readonly codes: readonly string[]
  readonly reach: readonly string[]
  readonly over?: readonly string[] | null | undefined
}

async function knownCodes(db: Db, codes: readonly string[]): Promise<string[]> {
  const known = new Set(currentTopics(await currentRubricator(db)).map(({ code }) => code))
  const unknown = codes.find((code) => !known.has(code))
  if (unknown !== undefined)
    throw badField('codes', `Темы «${unknown}» в действующем рубрикаторе нет. Обновите страницу.`)
  return [...new Set(codes)]
}

async function held(tx: Tx, { id, reach }: Given) {
  const row = await tx
    .selectFrom('change_statements')
    .selectAll()
    .where('id', '=', id)
    .where(sql<boolean>`process = ANY(${[...reach]}::text[])`)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}

/** Copies get the same topics, but for those that a person gave others. */
async function codeFirst(tx: Tx, given: Given, caller: Caller): Promise<{ coded: number }> {
  const { id, codes, reach, over } = given
  const { who, from, at } = caller
  const row = await held(tx, given)
  if (over !== undefined && row.coder !== null && row.codes?.join('\n') !== over?.join('\n'))
    throw problem(codedMeanwhile, row.coder)
  const { rows: copies } = await sql<CodedBefore>`
    SELECT id, codes, coder, coder_who AS "coderWho" FROM change_statements
    WHERE id = ${id} OR (twin = ${row.twin} AND twin > 0 AND process = ANY(${[...reach]}::text[])
      AND (codes IS NULL OR coder_who = 'model' OR codes = ${row.codes}::text[]))
    ORDER BY id FOR UPDATE`.execute(tx)
  await tx
    .updateTable('change_statements')
    .set({ codes: [...codes], coder: displayName(who), coder_who: nameOf(who), coded_at: at })
    .where(
      'id',
      'in',
      copies.map((copy) => copy.id),
    )
    .execute()
  const before = JSON.stringify(copies)
  await tx
    .insertInto('change_codings')
    .values({ statement_id: id, who: nameOf(who), at, blind: false, before })
    .execute()
  const after = { codes, statements: copies.length }
  await recordAudit(tx, {
    who,
    what: 'statement.coded',
    subject: `statement:${id}`,
    before: { codes: row.codes },
    after,
    from,
    at,
  })
  return { coded: copies.length }
}

async function codeAgain(tx: Tx, given: Given, caller: Caller): Promise<{ coded: number }> {
  const { id, codes } = given
  const { who, from, at } = caller
  const row = await held(tx, given)
  if (row.codes === null || row.coder_who === nameOf(who)) throw problem(sameCoder)
  const second = { second_codes: [...codes], second_coder: displayName(who), second_who: nameOf(who) }
  await tx.updateTable('change_statements').set(second).where('id', '=', id).execute()
  await tx
    .insertInto('change_codings')
    .values({ statement_id: id, who: nameOf(who), at, blind: true, before: '[]' })
    .execute()
  await recordAudit(tx, { who, what: 'statement.coded_again', subject: `statement:${id}`, after: { codes }, from, at })
  return { coded: 1 }
}
