import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { lastDayOf } from '../checking/moments.ts'
import { checkSettings, type FileCheck } from '../checking/query.ts'
import type { Chunk } from '../reading/index.ts'

/** Two statements at a time: one thread of the database each, on the two cores that a machine has at least. */
const inFlight = 2
/** Planning a statement costs as much as checking a megabyte, so that small files are sent together. */
const enough = 8 << 20
/** A smaller chunk is copied, to give the reader its buffer back at once. */
const small = 1 << 20

interface Place {
  readonly package: number
  readonly file: number
  readonly date: string
}
/** Rows of files laid out alike, waiting to be sent by one statement. */
class Parcel {
  readonly #insertSql: (pieces: 'one' | 'many') => string
  readonly bodies: Buffer[] = []
  readonly params = {
    starts: [] as number[],
    firsts: [] as number[],
    packages: [] as number[],
    files: [] as number[],
    last_days: [] as number[],
  }
  readonly #chunks: Chunk[] = []
  #lines = 0
  bytes = 0

  constructor(insertSql: (pieces: 'one' | 'many') => string) {
    this.#insertSql = insertSql
  }

  get sql(): string {
    return this.#insertSql(this.params.starts.length === 1 ? 'one' : 'many')
  }

  add(chunk: Chunk, place: Place): void {
    const { starts, firsts, packages, files, last_days } = this.params
    starts.push(this.#lines)
    firsts.push(chunk.firstRow)
    packages.push(place.package)
    files.push(place.file)
    last_days.push(lastDayOf(place.date))
    this.#lines += chunk.rows
    this.bytes += chunk.body.length
    if (chunk.body.length >= small) {
      this.bodies.push(chunk.body)
      this.#chunks.push(chunk)
    } else {
      this.bodies.push(Buffer.from(chunk.body))
      chunk.release()
    }
  }

  release(): void {
    for (const chunk of this.#chunks) chunk.release()
  }
}

/** Sends chunks to the intake tables: large ones at once, small ones of different files together. */
export class Loader {
  readonly #ch: ClickHouse
  readonly #parcels = new Map<string, Parcel>()
  readonly #running = new Set<Promise<void>>()

  constructor(ch: ClickHouse) {
    this.#ch = ch
  }

  /** Takes the chunk over. Waits while enough is on its way; throws what an earlier statement failed with. */
  async add(check: FileCheck, chunk: Chunk, place: Place): Promise<void> {
    const { form, delimiter, crlf, oddSpaces, oddText, spaced } = chunk
    const sql = (pieces: 'one' | 'many') =>
      check.insertSql({ form, delimiter, crlf, oddSpaces, oddText, spaced }, pieces)
    const alike = sql('many')
    const parcel = this.#parcels.get(alike) ?? new Parcel(sql)
    this.#parcels.set(alike, parcel)
    parcel.add(chunk, place)
    if (parcel.bytes >= enough) await this.#send(alike, parcel)
  }

  /** Everything taken over so far is in the intake tables when this returns. */
  async flush(): Promise<void> {
    for (const [alike, parcel] of this.#parcels) await this.#send(alike, parcel)
    await Promise.all(this.#running)
  }

  /** Waits for what is on its way, whatever becomes of it; nothing of this loader writes after that. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#running)
  }

  async #send(alike: string, parcel: Parcel): Promise<void> {
    this.#parcels.delete(alike)
    while (this.#running.size >= inFlight) await Promise.race(this.#running)
    const running = this.#insert(parcel)
    this.#running.add(running)
    // A failure stays in the set and reaches whoever waits next; after success there is nothing to wait for.
    running.then(() => this.#running.delete(running)).catch(() => undefined)
  }

  async #insert(parcel: Parcel): Promise<void> {
    await this.#ch.insertStream(parcel.sql, parcel.bodies, checkSettings, parcel.params)
    parcel.release()
  }
}
