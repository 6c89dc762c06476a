import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { fileFault, type FileType, HEAD_BYTES, typeOfHead } from '@otklik/model/files'
import type { Cipher } from '../platform/cipher.ts'
import { databaseProblem } from '../platform/postgres/errors.ts'
import type { Db, Tx } from '../platform/postgres/open.ts'
import { badField } from '../platform/problems/index.ts'
import { piecesOf } from './pieces.ts'
import { SEALED_WORD } from './sealed.ts'

export interface FileStore {
  readonly db: Db
  readonly cipher: Cipher
}
export interface KeptFile {
  readonly id: number
  readonly size: number
  readonly type: FileType
}
export interface GivenFile {
  /** As it is called on its owner's machine. */
  readonly name: string
  readonly body: Readable
  /** It tells of persons: sealed with the key of records. */
  readonly personal: boolean
  /** Kept apart from the same content elsewhere, because it is erased with the record that it is of: `appeal 12`. */
  readonly apart?: string
}

/**
 * Takes a file in as it comes, piece by piece; refuses one that is other than its name says. A content that is there
 * already is not kept twice. Who names the file in a record does so in a transaction of its own: one that nobody names is
 * of no harm.
 */
export async function keepFile(
  store: FileStore,
  { name, body, personal, apart }: GivenFile,
  at: Date,
): Promise<KeptFile> {
  const pieces = piecesOf(body)
  const { value: first = Buffer.alloc(0) } = await pieces.next()
  const head = first.subarray(0, HEAD_BYTES)
  const fault = fileFault(name, head)
  if (fault !== null) throw badField('body', fault)
  const type = typeOfHead(head) ?? 'text'
  const { db, cipher } = store
  const sealed = personal ? cipher.seal(SEALED_WORD) : null
  const { id } = await db
    .insertInto('kept_files')
    .values({ digest: null, size: 0, type, sealed, at })
    .returning('id')
    .executeTakeFirstOrThrow()
  try {
    return await complete(
      store,
      { id, type, personal, apart },
      await writePieces(store, { id, personal }, first, pieces),
    )
  } catch (error) {
    await db.deleteFrom('kept_files').where('id', '=', id).where('complete', '=', false).execute()
    throw error
  }
}

interface Written {
  readonly sha256: string
  readonly size: number
}

async function writePieces(
  { db, cipher }: FileStore,
  { id, personal }: { readonly id: number; readonly personal: boolean },
  first: Buffer,
  rest: AsyncIterable<Buffer>,
): Promise<Written> {
  const hash = createHash('sha256')
  let size = 0
  let piece = 0
  const write = async (bytes: Buffer): Promise<void> => {
    if (bytes.length === 0) return
    hash.update(bytes)
    size += bytes.length
    const kept = personal ? cipher.sealBytes(bytes) : bytes
    await db.insertInto('kept_file_pieces').values({ file_id: id, piece: piece++, bytes: kept }).execute()
  }
  await write(first)
  for await (const bytes of rest) await write(bytes)
  return { sha256: hash.digest('hex'), size }
}

/** The file is whole; of two with the same content the earlier stays. */
async function complete(
  { db, cipher }: FileStore,
  { id, type, personal, apart }: Pick<GivenFile, 'personal' | 'apart'> & Pick<KeptFile, 'id' | 'type'>,
  { sha256, size }: Written,
): Promise<KeptFile> {
  const content = apart === undefined ? sha256 : `${sha256} ${apart}`
  const digest = personal ? cipher.mac('kept file', content) : content
  try {
    await db.updateTable('kept_files').set({ digest, size, complete: true }).where('id', '=', id).execute()
    return { id, size, type }
  } catch (error) {
    if (databaseProblem(error).kind !== 'duplicate') throw error
    await db.deleteFrom('kept_files').where('id', '=', id).execute()
    const same = await db.selectFrom('kept_files').select('id').where('digest', '=', digest).executeTakeFirstOrThrow()
    return { id: same.id, size, type }
  }
}

/** Erases files with their content. None of them may be named by a record any more. */
export async function dropFiles(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('kept_files').where('id', 'in', ids).execute()
}

const DAY_MS = 86_400_000

/** Removes what never became whole. No upload goes on for a day. */
export async function dropBroken(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('kept_files')
    .where('complete', '=', false)
    .where('at', '<', new Date(now.getTime() - DAY_MS))
    .execute()
}
