import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMasker, emptyLexicon } from '@otklik/model/change/masking'
import { NOTHING, type Principal, type Reach, type RoleName, rightsOf } from '@otklik/model/access'
import { afterAll, beforeAll } from 'vitest'
import { type TestDatabases, testDatabases } from '../../test/support/databases.ts'
import { person } from '../../test/support/principals.ts'
import { cipherOf } from '../platform/cipher.ts'
import { type App, buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import type { FilesDeps } from './deps.ts'
import { lettersJob, type WaitingLetter } from './letters/job.ts'
import { publicRoutes } from './public/routes.ts'
import { appealRoutes } from './routes.ts'

const OWN: Reach = { ...NOTHING, authorities: ['Свой орган'] }
const holder = (id: string, role: RoleName, reach = OWN): Principal =>
  person({
    id,
    name: role,
    as: { membership: id, role, organisation: { id: 1, name: 'Свой орган', path: '/1/' } },
    rights: rightsOf(role),
    reach,
  })

const EXECUTOR = '00000000-0000-4000-8000-000000000011'
export const PEOPLE: Readonly<Record<string, Principal>> = {
  officer: holder('00000000-0000-4000-8000-000000000010', 'appeals_officer', { ...OWN, top: '/1/' }),
  executor: holder(EXECUTOR, 'executor'),
  head: holder('00000000-0000-4000-8000-000000000012', 'authority_head'),
  analyst: holder('00000000-0000-4000-8000-000000000013', 'authority_analyst'),
  foreign: holder('00000000-0000-4000-8000-000000000014', 'authority_head', {
    ...NOTHING,
    authorities: ['Чужой орган'],
  }),
}

export interface Office extends TestDatabases {
  app: App
  deps: FilesDeps
  /** The number of the own authority. */
  authority: number
  executor: string
  /** Letters that wait to be sent. */
  letters: WaitingLetter[]
  /** Other jobs that wait. */
  waiting: { readonly kind: string; readonly data: object }[]
  /** The clock of calls. */
  now: Date
  get<T>(path: string, who?: string): Promise<{ status: number; body: T }>
  post<T>(path: string, body: object, who?: string): Promise<{ status: number; body: T }>
  /** A file sent whole. */
  send<T>(path: string, file: string | Buffer, who?: string): Promise<{ status: number; body: T }>
  /** A file that is answered, as text. */
  download(path: string, who?: string): Promise<{ status: number; text: string; bytes: Buffer }>
  /** A form sent from the public page. */
  form(path: string, fields: Record<string, string>): Promise<{ status: number; html: string }>
}

/** One authority and its people over HTTP. Call it once at the top of a test file. */
export function officeOverHttp(): Office {
  const office = testDatabases() as Office
  beforeAll(async () => {
    office.letters = []
    office.waiting = []
    office.now = new Date('2026-04-27T09:00:00Z')
    office.authority = await furnish(office)
    office.executor = EXECUTOR
    const enqueue = async (_tx: unknown, kind: { readonly name: string }, data: object) => {
      // Its kind says what its data are.
      if (kind.name === lettersJob.name) office.letters.push(data as WaitingLetter)
      else office.waiting.push({ kind: kind.name, data })
      return null
    }
    const mask = createMasker(emptyLexicon)
    const dataDir = mkdtempSync(join(tmpdir(), 'otklik-appeals-'))
    office.deps = { db: office.db, cipher: cipherOf('test'), jobs: { enqueue }, dataDir, masker: async () => mask }
    office.app = await buildHttp({
      config: { publicUrl: 'http://localhost:8080', trustProxy: false },
      log: silentLog(),
      now: () => office.now,
      checkAnswers: true,
      authenticate: async ({ headers }) => PEOPLE[String(headers['x-who'])] ?? { kind: 'nobody' },
    })
    appealRoutes(office.app, office.deps)
    publicRoutes(office.app, office.deps)
    Object.assign(office, callsOf(office.app))
  })
  afterAll(async () => {
    await office.app.close()
    rmSync(office.deps.dataDir, { recursive: true, force: true })
  })
  return office
}

async function furnish({ db }: TestDatabases): Promise<number> {
  const rows = ['Свой орган', 'Чужой орган'].map((name) => ({ name, region: null, folded: name.toLowerCase() }))
  const [own] = await db.insertInto('register_authorities').values(rows).returning('id').execute()
  const about = { login: null, login_key: null, login_skeleton: null, created_at: new Date() }
  await db
    .insertInto('access_users')
    .values({ ...about, id: EXECUTOR, name: 'Исполнитель', folded: 'исполнитель' })
    .execute()
  await db
    .insertInto('access_memberships')
    .values({ user_id: EXECUTOR, organisation_id: 1, role: 'executor', since: new Date() })
    .execute()
  return own?.id ?? 0
}

function callsOf(app: App): Pick<Office, 'get' | 'post' | 'send' | 'download' | 'form'> {
  const ask = async (method: 'GET' | 'POST', path: string, who: string, body?: object) => {
    const payload = body === undefined ? {} : { payload: body }
    const answer = await app.inject({ method, url: `/api/appeals${path}`, headers: { 'x-who': who }, ...payload })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }
  return {
    get: (path, who = 'officer') => ask('GET', path, who),
    post: (path, body, who = 'officer') => ask('POST', path, who, body),
    send: async (path, payload, who = 'officer') => {
      const headers = { 'x-who': who, 'content-type': 'application/octet-stream' }
      const answer = await app.inject({ method: 'POST', url: `/api/appeals${path}`, headers, payload })
      return { status: answer.statusCode, body: answer.json() }
    },
    download: async (path, who = 'officer') => {
      const answer = await app.inject({ method: 'GET', url: `/api/appeals${path}`, headers: { 'x-who': who } })
      return { status: answer.statusCode, text: answer.body, bytes: answer.rawPayload }
    },
    form: async (path, fields) => {
      const answer = await app.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: new URLSearchParams(fields).toString(),
      })
      return { status: answer.statusCode, html: answer.body }
    },
  }
}
