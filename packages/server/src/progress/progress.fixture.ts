import type { Principal } from '@otklik/model/access'
import { decided, decidedNegative, inError, submitted } from '@otklik/model/statuses'
import { person } from '../../test/support/principals.ts'
import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import type { Db } from '../platform/postgres/open.ts'
import { factSteps, never, ratingScale } from '../facts/index.ts'
import { progressDeps } from './deps.ts'
import { fileKey, type LedgerView, type RegisterView, type ServiceFacts } from './ports.ts'
import { progressRoutes } from './routes.ts'

/** Rows as a package brings them; what is left out has a usual value. Moments are 'YYYY-MM-DD HH:MM:SS'. */
export interface GivenRequest {
  id: string
  service?: string
  subservice?: string
  region?: string
  office?: string
  channel?: string
}
export interface GivenEvent {
  id: string
  at: string
  status: number
  section?: string
}
export interface GivenRating {
  id: string
  at: string
  score: number
  criteria?: Record<string, number>
  review?: string
}
export interface GivenPackage {
  number: number
  requests?: readonly GivenRequest[]
  events?: readonly GivenEvent[]
  ratings?: readonly GivenRating[]
}

export async function createTables(ch: ClickHouse): Promise<void> {
  for (const { sql } of factSteps) await ch.command(sql)
}

export async function emptyTables(ch: ClickHouse): Promise<void> {
  const names = factSteps.map(({ sql }) => /EXISTS (\w+)/.exec(sql)?.[1] ?? '')
  await Promise.all(names.map((name) => ch.command(`TRUNCATE TABLE ${name}`)))
}

/** Writes a package's facts and the state of its requests, as an import does. */
export async function givePackage(ch: ClickHouse, given: GivenPackage): Promise<void> {
  const { number, requests = [], events = [], ratings = [] } = given
  const origin = (row: number) => ({ package: number, file: 0, row: row + 1 })
  await insert(
    ch,
    'requests',
    requests.map((request, at) => ({ ...requestFields(request), ...origin(at) })),
  )
  await insert(
    ch,
    'events',
    events.map((event, at) => ({ ...eventFields(event), ...origin(at) })),
  )
  await insert(
    ch,
    'ratings',
    ratings.map((rating, at) => ({ ...ratingFields(rating), ...origin(at) })),
  )
  await insert(
    ch,
    'request_current',
    requests.map((request) => ({ ...requestFields(request), version: number })),
  )
  const done = events.map(stateOf)
  await insert(
    ch,
    'request_state',
    done.map(({ state }) => state),
  )
  await insert(
    ch,
    'request_months',
    done.map(({ month }) => month),
  )
}

async function insert(ch: ClickHouse, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const body = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))
  await ch.insertStream(`INSERT INTO ${table} FORMAT JSONEachRow`, body, {
    input_format_skip_unknown_fields: 1,
    max_partitions_per_insert_block: '0',
  })
}

function requestFields({
  id,
  service = '1',
  subservice = '',
  region = '31',
  office = '',
  channel = 'ЕПГУ',
}: GivenRequest) {
  const slice = { service_id: service, subservice_id: subservice, region, office, submission_channel: channel }
  return { request_id: id, ...slice, applicant_kind: 'ФЛ' }
}

function eventFields({ id, at, status, section = 'ЕПГУ' }: GivenEvent) {
  return { request_id: id, at, section, status, time_known: true }
}

function ratingFields({ id, at, score, criteria = {}, review = '' }: GivenRating) {
  const scores = Object.values(criteria)
  const sum = scores.reduce((total, one) => total + one, 0)
  return {
    request_id: id,
    rated_at: at,
    score,
    review,
    criteria: Object.entries(criteria)
      .map(([name, one]) => `${name}=${one}`)
      .join('|'),
    value: scores.length > 0 ? (sum * ratingScale) / scores.length : score * ratingScale,
  }
}

const has = (codes: readonly number[], status: number) => codes.includes(status)

function stateOf({ id, at, status }: GivenEvent) {
  const flag = (codes: readonly number[]) => (has(codes, status) ? 1 : 0)
  const positive = has(decided, status) && !has(decidedNegative, status)
  return {
    state: {
      request_id: id,
      first_submitted: has(submitted, status) ? at : never,
      first_positive: positive ? at : never,
      first_negative: has(decidedNegative, status) ? at : never,
    },
    month: {
      request_id: id,
      month: `${at.slice(0, 7)}-01`,
      submit: flag(submitted),
      in_error: flag(inError),
      decided: flag(decided),
      refused: flag(decidedNegative),
    },
  }
}

const facts = { region: '31', kind: 'услуга', termDays: 10, termUnit: 'рабочие' }

/** A register and a ledger that a test fills as it likes. */
export function fakeWorld() {
  const services = new Map<string, ServiceFacts>([
    ['1', { ...facts, name: 'Зачисление в школу', authority: 'Министерство образования' }],
    ['2', { ...facts, name: 'Отдых детей', authority: 'Министерство образования' }],
    ['3', { ...facts, name: 'Разрешение на строительство', authority: 'Администрация' }],
  ])
  const unfinished: number[] = []
  const register: RegisterView = {
    services: async () => services,
    regions: async () => new Map([['31', 'Белгородская область']]),
    zone: async (region, office) => (office === 'Восток' ? 'Asia/Kamchatka' : region === '31' ? 'Europe/Moscow' : null),
  }
  const ledger: LedgerView = {
    unfinishedPackages: async () => unfinished,
    fileNames: async (packages) =>
      new Map(packages.map((id) => [fileKey(id, 0), { supplier: 'МФЦ', date: '2026-05-01', file: `${id}.csv` }])),
    packagesByAuthority: async () => ({
      total: { received: 1, late: 0 },
      authorities: new Map([['Администрация', { received: 1, late: 0 }]]),
    }),
    packagesLately: async () => ({
      received: 1,
      late: 0,
      missing: 0,
      lastReceivedAt: null,
      completeThrough: '2026-11-20',
    }),
  }
  return { services, unfinished, register, ledger }
}

/** A server with this context's calls only. The caller is a person with the rights given. */
export async function progressServer(databases: { clickhouse: ClickHouse; db: Db }, now = '2026-11-22T09:00:00Z') {
  const world = fakeWorld()
  const clock = { now: new Date(now) }
  const { clickhouse: ch, db } = databases
  const deps = progressDeps({ ch, db, register: world.register, ledger: world.ledger, now: () => clock.now })
  const caller: { who: Principal } = { who: person({ id: '7' }) }
  const config = { publicUrl: 'http://otklik.test', trustProxy: false }
  const app = await buildHttp({
    config,
    log: silentLog(),
    now: () => clock.now,
    authenticate: async () => caller.who,
  })
  progressRoutes(app, deps)
  const get = (url: string) => app.inject({ url })
  const post = (url: string, payload: object) =>
    app.inject({ method: 'POST', url, payload, headers: { origin: config.publicUrl } })
  return { app, deps, world, clock, caller, get, post }
}
