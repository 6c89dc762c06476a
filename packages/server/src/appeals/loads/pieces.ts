import { createReadStream } from 'node:fs'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'

const PIECE_BYTES = 1 << 18

/** Keeps the bytes of a file beside its load, sealed: they tell of people. */
export async function keepPieces(tx: Tx, cipher: Cipher, load: number, path: string): Promise<void> {
  let piece = 0
  for await (const bytes of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    // A stream without an encoding gives bytes.
    const sealed = cipher.seal((bytes as Buffer).toString('base64'))
    await tx.insertInto('appeals_load_pieces').values({ load_id: load, piece: piece++, sealed }).execute()
  }
}

/** The bytes again, piece by piece. */
export async function* piecesOf(db: Db, cipher: Cipher, load: number): AsyncGenerator<Uint8Array> {
  for (let piece = 0; ; piece++) {
    const found = await db
      .selectFrom('appeals_load_pieces')
      .select('sealed')
      .where('load_id', '=', load)
      .where('piece', '=', piece)
      .executeTakeFirst()
    if (found === undefined) return
    yield Buffer.from(cipher.open(found.sealed), 'base64')
  }
}

export async function dropPieces(tx: Tx, load: number): Promise<void> {
  await tx.deleteFrom('appeals_load_pieces').where('load_id', '=', load).execute()
}
