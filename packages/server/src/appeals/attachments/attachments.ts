import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import type { AppealFile } from '@otklik/model/appeals/api'
import type { FastifyReply } from 'fastify'
import { dropFiles, keepFile, sendKeptFile } from '../../files/index.ts'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { tidy } from '../../platform/text.ts'
import { findAppeal } from '../course/lifecycle.ts'
import type { AppealsDeps } from '../deps.ts'
import { archiveFault } from './archive.ts'

export const MOST_ATTACHED_BYTES = 25 * 1024 ** 2
const MOST_FILES = 20

interface Given {
  readonly id: number
  readonly name: string
  readonly of: AppealFile['of']
  readonly body: Readable
}

/** Attaches a file: told by its content, sealed with its name. One that is not attached after all is not kept. */
export async function attach(deps: AppealsDeps, given: Given, caller: Caller): Promise<AppealFile> {
  const { id, of } = given
  const name = tidy(given.name)
  await requireRoom(deps.db, id, caller)
  const bytes = await buffer(given.body)
  const fault = await archiveFault(bytes)
  if (fault !== null) throw badField('body', `Файл «${name}»: ${fault}`)
  const body = Readable.from([bytes])
  const {
    id: file_id,
    size,
    type,
  } = await keepFile(deps, { name, body, personal: true, apart: `appeal ${id}` }, caller.at)
  try {
    return await deps.db.transaction().execute(async (tx) => {
      await requireRoom(tx, id, caller)
      const row = { appeal_id: id, of, name_sealed: deps.cipher.seal(name), file_id, type, size, at: caller.at }
      const added = await tx
        .insertInto('appeals_files')
        .values({ ...row, by: displayName(caller.who) })
        .returning('id')
        .executeTakeFirstOrThrow()
      const { who, from, at } = caller
      const after = { of, type, size }
      await recordAudit(tx, { who, what: 'appeal.file_added', subject: `appeal:${id}`, after, from, at })
      return { id: added.id, of, type, size }
    })
  } catch (error) {
    await dropUnnamed(deps.db, file_id)
    throw error
  }
}

/** The appeal is within reach, not erased, and has not got its number of files. */
async function requireRoom(db: Db | Tx, id: number, { who }: Caller): Promise<void> {
  const { erased_at } = await findAppeal(db, id, who, db.isTransaction)
  if (erased_at !== null) throw badField('id', 'Личные данные обращения стёрты: файлы к нему больше не прилагают.')
  if ((await filesOf(db, id)).length >= MOST_FILES)
    throw badField('body', `К обращению приложено ${MOST_FILES} файлов, больше нельзя.`)
}

const dropUnnamed = (db: Db, file: number): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const named = await tx.selectFrom('appeals_files').select('id').where('file_id', '=', file).executeTakeFirst()
    if (named === undefined) await dropFiles(tx, [file])
  })

export const filesOf = (db: Db | Tx, id: number): Promise<AppealFile[]> =>
  db
    .selectFrom('appeals_files')
    .select(['id', 'of', 'type', 'size'])
    .where('appeal_id', '=', id)
    .orderBy('id')
    .execute()

/** Sends a file to be saved, never to be shown in a page; the reason is in the audit before a byte goes out. */
export async function sendAttachment(
  deps: AppealsDeps,
  { id, file, reason }: { readonly id: number; readonly file: number; readonly reason: string },
  reply: FastifyReply,
  caller: Caller,
): Promise<FastifyReply> {
  const found = await deps.db.transaction().execute(async (tx) => {
    await findAppeal(tx, id, caller.who)
    const row = await tx
      .selectFrom('appeals_files')
      .select(['file_id', 'name_sealed'])
      .where('id', '=', file)
      .where('appeal_id', '=', id)
      .executeTakeFirst()
    if (row === undefined) throw problem(problems.notFound)
    const { who, from, at } = caller
    const after = { file, reason: tidy(reason) }
    await recordAudit(tx, { who, what: 'appeal.file_opened', subject: `appeal:${id}`, after, from, at })
    return row
  })
  return sendKeptFile(deps, { id: found.file_id, name: deps.cipher.open(found.name_sealed) }, reply)
}
