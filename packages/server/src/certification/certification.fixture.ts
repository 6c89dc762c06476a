import { EVERYTHING, NOTHING, type Reach, type RoleName, rightsOf, type UserPrincipal } from '@otklik/model/access'
import type {
  CertificationObject,
  ListEdition,
  ListEntry,
  ListOverview,
  ObjectFields,
} from '@otklik/model/certification/api'
import type { YearFacts } from '@otklik/model/certification'
import { afterAll, beforeAll } from 'vitest'
import { type TestDatabases, testDatabases } from '../../test/support/databases.ts'
import { machine, person } from '../../test/support/principals.ts'
import { cipherOf } from '../platform/cipher.ts'
import { type App, buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import { applyServices, type ServiceFileRow } from '../register/index.ts'
import { certificationRoutes } from './routes.ts'

export const NOW = new Date('2026-11-22T09:00:00Z')

const holder = (id: string, name: string, role: RoleName, reach: Reach = EVERYTHING): UserPrincipal =>
  person({ id, name, rights: rightsOf(role), reach })
const OWN: Reach = { ...NOTHING, regions: ['31'], authorities: ['Свой орган'] }

/** Who calls, by the word in the header of a test's request. */
export const PEOPLE = {
  curator: holder('u1', 'Куратор', 'certification_curator'),
  methodologist: holder('u2', 'Методолог', 'methodologist'),
  group: holder('u3', 'Участник рабочей группы', 'working_group'),
  colleague: holder('u4', 'Другой участник', 'working_group'),
  /** May everything, and so could be both hands. */
  administrator: holder('u5', 'Администратор', 'administrator'),
  lead: holder('u6', 'Ответственный', 'client_centricity_lead', OWN),
  head: holder('u7', 'Руководитель', 'authority_head', { ...NOTHING, authorities: ['Чужой орган'] }),
  /** All rights, over a part. */
  region: holder('u8', 'Администратор области', 'administrator', OWN),
  analyst: holder('u9', 'Аналитик', 'authority_analyst', OWN),
} as const
export type Who = keyof typeof PEOPLE | 'machine' | 'nobody'

const SERVICES = [
  ['1000000001', 'Справка своя', 'Свой орган', '31', 'услуга'],
  ['1000000002', 'Пособие своё', 'Свой орган', '31', 'мера поддержки'],
  ['2000000001', 'Справка чужая', 'Чужой орган', '46', 'услуга'],
  ['2000000002', 'Надзор чужой', 'Чужой орган', '46', 'контроль'],
  ['9000000001', 'Паспорт', 'Федеральный орган', '', 'услуга'],
  ['9000000002', 'Без органа', '', '', ''],
] as const

export interface Lists extends TestDatabases {
  app: App
  /** What time it is for every call. */
  clock: { now: Date }
  get<T = unknown>(path: string, who?: Who): Promise<Answer<T>>
  send<T = unknown>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object, who?: Who): Promise<Answer<T>>
  /** The same, which has to go well. */
  make<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object, who?: Who): Promise<T>
}
export interface Answer<T> {
  readonly status: number
  readonly body: T & { code?: string; detail?: string; errors?: { path: string; message: string }[] }
  readonly text: string
}

/** The calls of the lists over a register of three authorities. Call it once at the top of a test file. */
export function listsOverHttp(): Lists {
  const databases = testDatabases() as Lists
  beforeAll(async () => {
    const clock = { now: NOW }
    const app = await buildHttp({
      config: { publicUrl: 'http://localhost:8080', trustProxy: false },
      log: silentLog(),
      now: () => clock.now,
      checkAnswers: true,
      authenticate: async ({ headers }) => principalOf(String(headers['x-who'])),
    })
    certificationRoutes(app, {
      db: databases.db,
      cipher: cipherOf('certification'),
      publicUrl: 'http://localhost:8080',
      counted: countedOf,
    })
    const rows = SERVICES.map(([service_id, name, authority, region, kind]) =>
      row(service_id, name, authority, region, kind),
    )
    await databases.db.transaction().execute((tx) => applyServices(tx, rows, { package: 1, at: NOW }))
    Object.assign(databases, { app, clock, ...callsOf(app) })
  })
  afterAll(() => databases.app.close())
  return databases
}

/** Packages have come of one service alone. */
const countedOf = async (service: string) =>
  service === '1000000001' ? { service, requests: 412, ratings: 37, from: '2026-03', to: '2026-10' } : null

function principalOf(word: string) {
  if (word === 'machine') return machine('rgis')
  return Object.entries(PEOPLE).find(([name]) => name === word)?.[1] ?? ({ kind: 'nobody' } as const)
}

function callsOf(app: App): Pick<Lists, 'get' | 'send' | 'make'> {
  const ask = async <T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    who: Who = 'curator',
  ) => {
    const url = `/api/certification${path}`
    const answer = await app.inject({ method, url, headers: { 'x-who': who }, ...(body && { payload: body }) })
    const json = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: json ? answer.json() : undefined, text: answer.body } as Answer<T>
  }
  return {
    get: (path, who) => ask('GET', path, undefined, who),
    send: ask,
    make: async (method, path, body, who) => {
      const { status, body: answer, text } = await ask(method, path, body, who)
      if (status >= 300) throw new Error(`${method} ${path} as ${who ?? 'curator'} → ${status} ${text}`)
      return answer as never
    },
  }
}

const row = (service_id: string, name: string, authority: string, region: string, kind: string): ServiceFileRow => ({
  service_id,
  subservice_id: '',
  name,
  authority,
  region,
  kind,
  term_days: null,
  term_unit: '',
  fee: '',
  life_situations: '',
})

export const FIELDS: ObjectFields = {
  name: 'Приём обращений',
  kind: 'appeals',
  authority: 'Свой орган',
  region: '31',
  service: null,
  address: 'https://example.test/appeals',
  level: null,
  validFrom: null,
  validTo: null,
}
export const GOOD: YearFacts = {
  selfCheck: 'А',
  form: 'open',
  ending: null,
  roadMapFailed: false,
  contacts: true,
  access: true,
  mass: null,
}
export const PROTOCOL = { protocolNumber: '12-РГ', protocolDate: '2026-11-20' }

/** The statuses of answers to calls made at once, in order of size. */
export const statusesOf = (answers: readonly Answer<unknown>[]): number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b)

export interface Edition {
  readonly edition: ListEdition
  readonly total: number
  readonly rows: ListEntry[]
}

export const entriesOf = async ({ get }: Lists, id: number, who?: Who, query = ''): Promise<Edition> =>
  (await get<Edition>(`/lists/${id}${query}`, who)).body
export const overview = async ({ get }: Lists, who?: Who): Promise<ListOverview> =>
  (await get<ListOverview>('/lists', who)).body
export const objectsOf = async ({ get }: Lists, query = '', who?: Who): Promise<CertificationObject[]> =>
  (await get<{ rows: CertificationObject[] }>(`/objects${query}`, who)).body.rows

/** The single list of all objects, approved. */
export async function approveSingle(lists: Lists): Promise<ListEdition> {
  const { id } = await lists.make<ListEdition>('POST', '/lists/single')
  return lists.make('POST', `/lists/${id}/approval`, PROTOCOL, 'group')
}

/** Makes everything known of every entry good but for those that are named. */
export async function settle(lists: Lists, id: number, but: Readonly<Record<string, Partial<YearFacts>>> = {}) {
  const { rows } = await entriesOf(lists, id)
  const entries = rows.map((entry) => ({
    id: entry.id,
    version: entry.year?.version ?? 0,
    ...GOOD,
    ...but[entry.name],
  }))
  return lists.make<{ rows: ListEntry[] }>('PUT', `/lists/${id}/entries`, { entries })
}

/** The list of a year of all objects, approved; the single list has to be. Returns its number. */
export async function approveYear(
  lists: Lists,
  year: number,
  but: Readonly<Record<string, Partial<YearFacts>>> = {},
): Promise<number> {
  const { id } = await lists.make<ListEdition>('POST', '/lists/years', { year })
  await settle(lists, id, but)
  await lists.make('POST', `/lists/${id}/publication`)
  await lists.make('POST', `/lists/${id}/submission`)
  await lists.make('POST', `/lists/${id}/approval`, PROTOCOL, 'group')
  return id
}

/** The events in the audit about a thing, the first first. */
export async function auditOf({ db }: Lists, subject: string) {
  const rows = await db
    .selectFrom('audit_log')
    .select(['what', 'who', 'entry'])
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()
  return rows.map(({ what, who, entry }) => ({
    what,
    who,
    ...(JSON.parse(entry) as { before: unknown; after: unknown }),
  }))
}
