import type { BodyOf } from '@otklik/model/api'
import type { addProcess as route, ChangeProcess } from '@otklik/model/change/api'
import { sql } from 'kysely'
import { type Actor, type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { badField } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { tidy } from '../../platform/text.ts'
import { authorityNumberOf } from '../../register/index.ts'
import { visibleProcess } from './reach.ts'

/** The processes within reach that anything was said of, and those that no service stands for. */
export async function listProcesses(db: Db, who: Actor): Promise<{ rows: ChangeProcess[] }> {
  const rows = await db
    .selectFrom('change_processes as p')
    .leftJoin('register_authorities as a', 'a.id', 'p.authority_id')
    .leftJoin('change_statements as s', 's.process', 'p.id')
    .select(['p.id', 'p.name', 'p.kind', 'a.name as authority'])
    .select(sql<number>`count(s.id)`.as('statements'))
    .select(sql<number>`count(s.id) FILTER (WHERE s.codes IS NULL AND s.filtered IS NULL)`.as('uncoded'))
    .where(visibleProcess(reachOfActor(who)))
    .groupBy(['p.id', 'a.name'])
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  return { rows }
}

/** Adds a process of an authority within reach; without one, of the whole system. */
export async function addProcess(db: Db, body: BodyOf<typeof route>, caller: Caller): Promise<ChangeProcess> {
  const name = tidy(body.name)
  if (name === '') throw badField('name', 'Напишите название процесса.')
  return db.transaction().execute(async (tx) => {
    const authority_id = await ownAuthority(tx, body.authority, caller.who)
    const { next } = await tx
      .selectFrom('change_processes')
      .select(sql<number>`count(*) + 1`.as('next'))
      .where('id', 'like', 'process-%')
      .executeTakeFirstOrThrow()
    const id = `process-${next}`
    await tx.insertInto('change_processes').values({ id, name, kind: body.kind, authority_id, region: null }).execute()
    const { who, from, at } = caller
    await recordAudit(tx, { who, what: 'process.added', subject: `process:${id}`, after: body, from, at })
    return { id, name, kind: body.kind, authority: body.authority, statements: 0, uncoded: 0 }
  })
}

async function ownAuthority(tx: Tx, authority: string | null, who: Actor): Promise<number | null> {
  const { everything, authorities } = reachOfActor(who)
  if (authority === null && everything) return null
  const id = authority === null ? undefined : await authorityNumberOf(tx, authority)
  if (id === undefined || !(everything || authorities.includes(authority ?? '')))
    throw badField('authority', 'Выберите орган из реестра, который входит в Вашу часть системы.')
  return id
}
