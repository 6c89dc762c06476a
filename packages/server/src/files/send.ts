import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { asDownload } from '../platform/http/index.ts'
import { problem, problems } from '../platform/problems/index.ts'
import type { FileStore } from './keep.ts'

/**
 * Sends a kept file to be saved under a name. It is never shown within the desk's own pages: it is a file from somebody
 * else's machine. Whether the caller may have it was asked by the context whose record names it.
 */
export async function sendKeptFile(
  store: FileStore,
  { id, name }: { readonly id: number; readonly name: string },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = await store.db
    .selectFrom('kept_files')
    .select(['sealed', 'size'])
    .where('id', '=', id)
    .where('complete', '=', true)
    .executeTakeFirst()
  if (file === undefined) throw problem(problems.notFound)
  void reply.header('content-length', file.size)
  return asDownload(reply, name, 'application/octet-stream').send(
    Readable.from(contentOf(store, id, file.sealed !== null)),
  )
}

/** The content piece by piece; one that was changed since it was sealed breaks the answer off. */
async function* contentOf({ db, cipher }: FileStore, id: number, sealed: boolean): AsyncGenerator<Buffer> {
  for (let piece = 0; ; piece++) {
    const found = await db
      .selectFrom('kept_file_pieces')
      .select('bytes')
      .where('file_id', '=', id)
      .where('piece', '=', piece)
      .executeTakeFirst()
    if (found === undefined) return
    yield sealed ? cipher.openBytes(found.bytes) : found.bytes
  }
}
