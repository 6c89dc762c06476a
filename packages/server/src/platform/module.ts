import type { Principal } from '@otklik/model/access'
import type { WorkingCalendar } from '@otklik/model/calendar'
import type { GivenDeadlines } from '@otklik/model/deadlines'
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

/** What a source of deadlines is asked for. */
export interface DeadlinesAsked {
  readonly db: Db
  /** Only what they may see and do is given. */
  readonly who: Principal
  readonly today: string
  readonly calendar: WorkingCalendar
  /** Open ones whose day is later are of no interest yet. */
  readonly until: string
  /** At most so many of each kind, the soonest first. */
  readonly most: number
}
export type DeadlineSource = (asked: DeadlinesAsked) => Promise<GivenDeadlines>

/** A command parses its own arguments and returns the exit status. */
export interface Command {
  run(args: readonly string[]): Promise<number>
}

/** Dependencies that every context gets in the server. Those on other contexts are named in the context's own `…ServerDeps`. */
export interface PlatformDeps {
  readonly config: Config
  readonly log: Log
  readonly db: Db
  /** For COPY and whatever else needs a dedicated connection. */
  readonly pool: pg.Pool
  readonly ch: ClickHouse
  readonly jobs: Jobs
  /** For jobs that write a lot. */
  readonly room: Room
  /** Encrypts values that must not be readable in the database. */
  readonly cipher: Cipher
  /** Undefined where the installation sends no mail. */
  readonly mail: Mail | undefined
}

/** What a context contributes to the server. Its dependencies are wired in `compose.ts`. */
export interface ServerSide<Deps> {
  /** Registers the routes of the context's contract. */
  readonly routes?: (app: App, deps: Deps) => void
  readonly jobs?: readonly Job<Deps>[]
  /** Registers the context's own counters and gauges for `/metrics`. */
  readonly metrics?: (registry: Metrics, deps: Deps) => void
  /** Runs before the first job is taken: cleans up after the previous process, enqueues jobs of the start. */
  readonly start?: (deps: Deps) => Promise<void>
}

/** How a backup treats the context's tables; PostgreSQL tables are copied unless they are named here. */
export interface BackupTables {
  /** PostgreSQL tables that are not copied: transient rows. */
  readonly leftOut?: readonly string[]
  /** ClickHouse tables that are copied. */
  readonly facts?: readonly string[]
  /** ClickHouse tables that are not copied: a job fills and empties them. */
  readonly passing?: readonly string[]
}

/**
 * What a context contributes to the program: the export of its `module.ts`, listed in `modules.ts`. Everything heavy is
 * imported lazily, so that a command does not load the server, nor the stores unless it needs them.
 */
export interface Module<Deps = PlatformDeps> {
  /** Migrations of the PostgreSQL schema. */
  readonly migrations?: () => Promise<{ readonly migrations: readonly Migration[] }>
  /** Migrations of the ClickHouse schema. */
  readonly schemaSteps?: () => Promise<{ readonly schemaSteps: readonly SchemaStep[] }>
  readonly backup?: BackupTables
  readonly server?: () => Promise<ServerSide<Deps>>
  /** What the context adds to the one list of «Сроки». */
  readonly deadlines?: () => Promise<{ readonly deadlines: DeadlineSource }>
  /** Commands by the word that follows `otklik`. */
  readonly commands?: Readonly<Record<string, () => Promise<Command>>>
  /** The lines of its commands in `otklik help`. */
  readonly help?: string
}

/** A kind of job: its worker in this process and its schedule. */
export interface Job<Deps> {
  readonly kind: JobKind<object>
  begin(jobs: Jobs, deps: Deps): Promise<void>
}

interface Work<Data extends object, Deps> {
  /** Undefined where this process cannot run such jobs; they stay in the queue. */
  readonly work: (deps: Deps) => JobHandler<Data> | undefined
  /** A cron expression in Moscow time, and the data of the job that it enqueues. */
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
