import { bringsNothing, type Kind, REPLACING, type TakenIn } from '@otklik/model/exchange'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { isOvertaken } from './followers.ts'
import { findTakenIn, isFollowed, type KnownFile, knownSizes } from './taken-in.ts'

/** Where files stand that came before those at hand; a check without a store has none. */
export interface Ledger {
  readonly db: Db
  supplierOf(id: number): string
}
/** A package, as far as it matters here. */
interface Sender {
  readonly id: number
  /** Reporting date, ISO day. */
  readonly date: string
}
/** A file of the packages at hand, read into the staging area. */
interface Here extends Omit<KnownFile, 'kind'> {
  readonly kind: Kind | null
  readonly date: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
}
interface Parts {
  readonly ch: ClickHouse
  readonly ledger: Ledger | undefined
  /** Everything read so far is in the staging area when this returns. */
  readonly flush: () => Promise<void>
}

/**
 * Tells files that bring nothing from news, without reading them into the staging area: the same bytes of the same supplier
 * came before, and nothing that came since has replaced a row of theirs.
 */
export class Repetitions {
  readonly #parts: Parts
  readonly #here: Here[] = []
  readonly #outcomes = new Map<Here, TakenIn>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Of which sizes files of this package may be repetitions; to look closer, their bytes have to be read once more. */
  async sizes({ id }: Sender, sizes: readonly (number | undefined)[]): Promise<(size: number | undefined) => boolean> {
    const { ledger } = this.#parts
    const given = sizes.filter((size) => size !== undefined)
    const known = ledger && given.length > 0 ? await knownSizes(ledger.db, this.#supplierOf(id), given) : () => false
    return (size) => size === undefined || known(size) || this.#here.some(({ bytes }) => bytes === size)
  }

  /** The file that has these bytes in, and still counts. */
  async find(sender: Sender, sha256: string): Promise<KnownFile | undefined> {
    const known = (await this.#findHere(sender, sha256)) ?? (await this.#findInLedger(sender, sha256))
    if (known === undefined || !(await this.#isFollowed(known))) return known
    await this.#parts.flush()
    return (await isOvertaken(this.#parts.ch, known)) ? undefined : known
  }

  note(file: Here): void {
    this.#here.push(file)
  }

  async #findHere({ id, date }: Sender, sha256: string): Promise<KnownFile | undefined> {
    const supplier = this.#supplierOf(id)
    for (const one of this.#here.toReversed()) {
      const same = one.sha256 === sha256 && this.#supplierOf(one.package) === supplier
      if (same && one.kind !== null && bringsNothing(await this.#outcomeOf(one), date))
        return { ...one, kind: one.kind }
    }
    return undefined
  }

  async #findInLedger({ id, date }: Sender, sha256: string): Promise<KnownFile | undefined> {
    const { ledger } = this.#parts
    return ledger && findTakenIn(ledger.db, { supplier: this.#supplierOf(id), sha256, date, before: id })
  }

  /** Asked once of a file: what has been read so far must go to the database for it. */
  async #outcomeOf(here: Here): Promise<TakenIn> {
    const outcome = this.#outcomes.get(here) ?? (await this.#count(here))
    this.#outcomes.set(here, outcome)
    return outcome
  }

  /** What is wrong with the rows set aside is not worked out yet: any may be in the future. */
  async #count({ package: id, file, date, rows }: Here): Promise<TakenIn> {
    await this.#parts.flush()
    const [bad] = await this.#parts.ch.query<{ rows: number }>(
      'SELECT count() AS rows FROM stage_bad WHERE package = {id:UInt32} AND file = {file:UInt16}',
      { id, file },
    )
    const quarantined = bad?.rows ?? 0
    return { date, read: rows, accepted: rows - quarantined, quarantined, dropped: 0, future: true }
  }

  async #isFollowed(known: KnownFile): Promise<boolean> {
    const after = this.#here.findLastIndex((one) => one.package === known.package && one.file === known.file) + 1
    const later = this.#here.slice(after)
    const here = later.some(({ kind, rows }) => kind !== null && rows > 0 && REPLACING[known.kind].includes(kind))
    const { ledger } = this.#parts
    return here || (ledger !== undefined && isFollowed(ledger.db, known))
  }

  #supplierOf(id: number): string {
    return this.#parts.ledger?.supplierOf(id) ?? ''
  }
}
