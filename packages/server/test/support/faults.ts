import type { KyselyPlugin } from 'kysely'
import type { ImportParts } from '../../src/exchange/index.ts'
import type { ClickHouse } from '../../src/platform/clickhouse/client.ts'
import type { Db } from '../../src/platform/postgres/open.ts'

export class Broken extends Error {}

/** Breaks both stores off after the n-th thing written: from there on everything fails, as it does for a dying process. */
export class FaultPoint {
  #left = Number.POSITIVE_INFINITY
  #dead = false

  /** @param nth 1 = the first write from now on. */
  arm(nth: number): void {
    this.#left = nth
    this.#dead = false
  }
  get hit(): boolean {
    return this.#dead
  }
  /** Called where a statement begins. */
  alive(): void {
    if (this.#dead) throw new Broken('nothing works any more')
  }
  /** Called where something has been written for good: its answer may be lost. */
  written(): void {
    if (--this.#left <= 0) this.#dead = true
    this.alive()
  }
}

/**
 * The parts of an import on stores that break at the point. Breaking after every write covers all states that a killed
 * process can leave behind, at the boundaries of statements: reads change nothing, open transactions are rolled back.
 * @param make makes the parts from the two stores, as the wiring does.
 */
export function breakable(
  { db, ch }: Pick<ImportParts, 'db' | 'ch'>,
  point: FaultPoint,
  make: (db: Db, ch: ClickHouse) => ImportParts,
): ImportParts {
  return make(breakableDatabase(db, point), breakableClickHouse(ch, point))
}

function breakableClickHouse(ch: ClickHouse, point: FaultPoint): ClickHouse {
  const read = async <T>(work: () => Promise<T>): Promise<T> => {
    point.alive()
    return work()
  }
  const write = async <T>(work: () => Promise<T>, sql: string): Promise<T> => {
    const done = await read(work)
    // Emptying the staging area is done a dozen times over and is where everything begins.
    if (!sql.startsWith('TRUNCATE')) point.written()
    return done
  }
  return {
    ...ch,
    query: (...args) => read(() => ch.query(...args)),
    stream: (...args) => read(() => ch.stream(...args)),
    command: (...args) => write(() => ch.command(...args), args[0]),
    insertStream: (...args) => write(() => ch.insertStream(...args), args[0]),
  }
}

function breakableDatabase(db: Db, point: FaultPoint): Db {
  const writes = new WeakSet<object>()
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      point.alive()
      if (node.kind !== 'SelectQueryNode') writes.add(queryId)
      return node
    },
    transformResult: async ({ result, queryId }) => {
      if (writes.has(queryId)) point.written()
      return result
    },
  }
  const breaking = db.withPlugin(plugin)
  const transaction = () => ({
    execute: async (work: Parameters<ReturnType<Db['transaction']>['execute']>[0]) => {
      point.alive()
      const done = await db.transaction().execute(work)
      point.written()
      return done
    },
  })
  return new Proxy(breaking, {
    get: (target, key) => {
      if (key === 'transaction') return transaction
      const found: unknown = Reflect.get(target, key, target)
      // Kysely keeps its parts in private fields, which a proxy doesn't have.
      return typeof found === 'function' ? found.bind(target) : found
    },
  })
}
