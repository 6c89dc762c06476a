import type { Source } from '@otklik/model/change'
import type { Db, Tx } from '../../platform/postgres/open.ts'

/** A statement as its source knows it. */
export interface SaidThing {
  readonly source: Source
  readonly key: string
}

/** By a letter that they agreed to, or on the page of the code that they hold. */
export type Way = 'letter' | 'page'

/** A statement whose author can be told what came of it. */
export interface Reachable extends SaidThing {
  /** What the author is known by, the same for all that they said. It is not kept. */
  readonly person: string
  readonly way: Way
}

/** A context whose people can be told what came of their words. */
export interface Teller {
  readonly sources: readonly Source[]
  /** Those whose authors can be told; an anonymous one without a code cannot. */
  reachable(db: Db, said: readonly SaidThing[]): Promise<readonly Reachable[]>
  /**
   * Has the letter sent, with the transaction; a contact that was kept for it alone is erased when it has gone. Nothing is
   * asked for those with a code: their page shows what `toldOf` says.
   */
  sendLetter(tx: Tx, said: SaidThing, news: string): Promise<void>
}
