import type { Readable } from 'node:stream'
import type { Principal } from '@otklik/model/access'
import type { ListRemark } from '@otklik/model/certification/api'
import type { MaterialKind } from '@otklik/model/certification/list-remarks'
import type { FastifyReply } from 'fastify'
import { type FileStore, keepFile, sendKeptFile } from '../../files/index.ts'
import { type Caller, displayName } from '../../platform/audit/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import { tidy } from '../../platform/text.ts'
import { move, remarkWith } from './remarks.ts'

interface GivenFile {
  readonly kind: MaterialKind
  readonly name: string
  readonly personal?: boolean
  readonly body: Readable
}

/** Attaches a file to a remark that is being written. It is kept first: one that the remark does not take is nobody's. */
export async function addRemarkFile(
  store: FileStore,
  id: number,
  { kind, personal = false, body, ...given }: GivenFile,
  caller: Caller<Principal>,
): Promise<ListRemark> {
  const name = tidy(given.name)
  if (name === '') throw badField('name', 'Напишите название файла.')
  await remarkWith(store, id, caller.who)
  const file = await keepFile(store, { name, body, personal }, caller.at)
  return move(
    store,
    id,
    {
      event: 'edit',
      what: 'list_remark.file_added',
      change: {},
      after: { kind, name, size: file.size },
      also: async (tx) => {
        const added = { at: caller.at, by: displayName(caller.who) }
        await tx
          .insertInto('certification_remark_files')
          .values({ remark_id: id, kind, name, size: file.size, personal, file_id: file.id, ...added })
          .execute()
      },
    },
    caller,
  )
}

export async function sendRemarkFile(
  store: FileStore,
  { id, file }: { readonly id: number; readonly file: number },
  reply: FastifyReply,
  who: Principal,
): Promise<FastifyReply> {
  // A file that the remark does not show to the reader does not exist.
  const { files } = await remarkWith(store, id, who)
  const shown = files.find((one) => one.id === file)
  if (shown === undefined) throw problem(problems.notFound)
  const kept = store.db.selectFrom('certification_remark_files').select('file_id').where('id', '=', file)
  const { file_id } = await kept.executeTakeFirstOrThrow()
  return sendKeptFile(store, { id: file_id, name: shown.name }, reply)
}
