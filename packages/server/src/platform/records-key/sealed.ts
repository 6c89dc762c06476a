import type { Db, Tx } from '../postgres/open.ts'

/** One kind of what is sealed with the key of records. Each context tells of its own. */
export interface SealedRecords {
  /** How many of what, for a sentence: `почтовых адресов: 3`. */
  readonly title: string
  texts(db: Db): Promise<readonly string[]>
  /** Drops them all, with what is of no use without them. */
  forget(tx: Tx): Promise<void>
}

export interface Held {
  readonly title: string
  readonly texts: readonly string[]
}

/** What is sealed now, without kinds of which there is nothing. */
export async function heldIn(db: Db, sealed: readonly SealedRecords[]): Promise<Held[]> {
  const held = await Promise.all(sealed.map(async ({ title, texts }) => ({ title, texts: await texts(db) })))
  return held.filter(({ texts }) => texts.length > 0)
}

export const listed = (held: readonly Held[]): string =>
  held.map(({ title, texts }) => `${title}: ${texts.length.toLocaleString('ru')}`).join(', ')
