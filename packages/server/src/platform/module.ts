import type pg from 'pg'
import type { Cipher } from './cipher.ts'
import type { ClickHouse } from './clickhouse/client.ts'
import type { SchemaStep } from './clickhouse/schema.ts'
import type { Config } from './config.ts'
import type { App, Metrics } from './http/index.ts'
import type { JobHandler, Jobs } from './jobs/jobs.ts'
import type { JobKind } from './jobs/queues.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail/index.ts'
import type { Migration } from './postgres/migration.ts'
import type { Db } from './postgres/open.ts'
import type { Room } from './room/room.ts'

/** A command reads its own arguments and gives the exit status. */
export interface Command {
  run(args: readonly string[]): Promise<number>
}

/** What every context can use in a server. What it needs of other contexts, it names in its own `deps`. */
export interface PlatformDeps {
  readonly config: Config
  readonly log: Log
  readonly db: Db
  /** For COPY and other things that need a connection of their own. */
  readonly pool: pg.Pool
  readonly ch: ClickHouse
  readonly jobs: Jobs
  /** For work that writes much. */
  readonly room: Room
  /** Seals what must not be read in the database. */
  readonly cipher: Cipher
  /** Undefined: this installation sends no mail. */
  readonly mail: Mail | undefined
}

/** What a context does in a server. Each part gets the deps that it asks for, made in `compose.ts`. */
export interface ServerSide<Deps> {
  /** Registers the calls of the context's contract. */
  readonly routes?: (app: App, deps: Deps) => void
  readonly jobs?: readonly Job<Deps>[]
  /** Hangs the context's own counters and gauges on the page of metrics. */
  readonly metrics?: (registry: Metrics, deps: Deps) => void
  /** Before the first job is taken: tidying up after the server that was here before, jobs that begin with the start. */
  readonly start?: (deps: Deps) => Promise<void>
}

/** What becomes of the rows of a context's tables in a backup; those of PostgreSQL are copied unless they are named. */
export interface BackupTables {
  /** In PostgreSQL, left out: what is of the moment. */
  readonly leftOut?: readonly string[]
  /** In ClickHouse, copied. */
  readonly facts?: readonly string[]
  /** In ClickHouse, passing: what a job fills and empties. */
  readonly passing?: readonly string[]
}

/**
 * A context as the rest of the program sees it: its `module.ts`, listed in `modules.ts`. Everything heavy is loaded when
 * it is asked for: commands must not load the server, nor those that need no store the stores.
 */
export interface Module<Deps = PlatformDeps> {
  /** Steps of PostgreSQL's schema. */
  readonly migrations?: () => Promise<{ readonly migrations: readonly Migration[] }>
  /** Steps of ClickHouse's schema. */
  readonly schemaSteps?: () => Promise<{ readonly schemaSteps: readonly SchemaStep[] }>
  readonly backup?: BackupTables
  readonly server?: () => Promise<ServerSide<Deps>>
  /** By the word that follows `otklik`. */
  readonly commands?: Readonly<Record<string, () => Promise<Command>>>
  /** The commands' lines of `otklik help`. */
  readonly help?: string
}

/** Jobs of one kind: who does them in this process, and when they come by themselves. */
export interface Job<Deps> {
  readonly kind: JobKind<object>
  begin(jobs: Jobs, deps: Deps): Promise<void>
}

interface Work<Data extends object, Deps> {
  /** Undefined: nobody here can do such jobs; they wait. */
  readonly work: (deps: Deps) => JobHandler<Data> | undefined
  /** When a job comes by itself: a cron expression of Moscow time, and its data. */
  readonly schedule?: { readonly cron: string; readonly data: Data }
}

export function job<Data extends object, Deps>(kind: JobKind<Data>, { work, schedule }: Work<Data, Deps>): Job<Deps> {
  return {
    kind,
    begin: async (jobs, deps) => {
      const handler = work(deps)
      if (handler) await jobs.work(kind, handler)
      if (schedule) await jobs.schedule(kind, schedule.cron, schedule.data)
    },
  }
}
