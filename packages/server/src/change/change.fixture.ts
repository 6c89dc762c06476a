import { EVERYTHING, NOTHING, type Reach, type RoleName, rightsOf, type UserPrincipal } from '@otklik/model/access'
import { createMasker, emptyLexicon } from '@otklik/model/change/masking'
import { afterAll, beforeAll } from 'vitest'
import { type TestDatabases, testDatabases } from '../../test/support/databases.ts'
import { person } from '../../test/support/principals.ts'
import { cipherOf } from '../platform/cipher.ts'
import { type App, buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import type { SurveyDraft } from './further/ports.ts'
import { type ChangeDeps, changeRoutes } from './routes.ts'
import type { SourceText } from './statements/source.ts'
import { takeTexts } from './statements/take.ts'
import { markTwins } from './statements/twins.ts'

export const NOW = new Date('2026-07-10T09:00:00Z')
const OWN: Reach = { ...NOTHING, top: '/1/', authorities: ['Свой орган'] }
/** Kept as a person too: measures are given to people. */
export const EXECUTOR = '00000000-0000-4000-8000-0000000000a1'

const holder = (id: string, name: string, role: RoleName, reach: Reach = OWN): UserPrincipal =>
  person({ id, login: id, name, rights: rightsOf(role), reach })

/** Who calls, by the word in the header of a test's request. */
export const PEOPLE = {
  analyst: holder(EXECUTOR, 'Аналитик', 'authority_analyst'),
  second: holder('u2', 'Второй аналитик', 'authority_analyst'),
  organiser: holder('u3', 'Организатор', 'evaluation_organiser'),
  verifier: holder('u4', 'Другой организатор', 'evaluation_organiser'),
  head: holder('u5', 'Руководитель', 'authority_head'),
  observer: holder('u6', 'Наблюдатель', 'ministry_observer', EVERYTHING),
  owner: holder('u8', 'Администратор', 'administrator', EVERYTHING),
  stranger: holder('u7', 'Чужой', 'evaluation_organiser', { ...NOTHING, authorities: ['Чужой орган'] }),
} as const
export type Who = keyof typeof PEOPLE

// oxlint-disable-next-line typescript/no-explicit-any -- answers of all calls
type Body = any
export interface ChangeWorld extends TestDatabases {
  app: App
  /** The names of the jobs that were asked for. */
  asked: string[]
  jobs: ChangeDeps['jobs']
  /** Additional surveys that were drafted. */
  drafts: SurveyDraft[]
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    who: Who,
    body?: object | string,
  ): Promise<{ status: number; body: Body }>
  /** The same, which has to go well. */
  made(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, who: Who, body?: object | string): Promise<Body>
}

/** The calls of this context over one process of one authority. Call it once at the top of a test file. */
export function changeOverHttp(): ChangeWorld {
  const world = testDatabases() as ChangeWorld
  beforeAll(async () => {
    world.asked = []
    world.jobs = { enqueue: async (_, kind) => (world.asked.push(kind.name), null) }
    world.app = await buildHttp({
      config: { publicUrl: 'http://localhost:8080', trustProxy: false },
      log: silentLog(),
      now: () => NOW,
      authenticate: async ({ headers }) => PEOPLE[String(headers['x-who']) as Who] ?? { kind: 'nobody' },
    })
    world.drafts = []
    changeRoutes(world.app, {
      db: world.db,
      cipher: cipherOf('change'),
      jobs: world.jobs,
      applications: async () => new Map([['school', 1000]]),
      draftSurvey: async (draft) => `further-${world.drafts.push(draft)}`,
    })
    world.ask = async (method, url, who, body) => {
      const headers = { 'x-who': who, ...(typeof body === 'string' && { 'content-type': 'text/plain' }) }
      const answer = await world.app.inject({
        method,
        url: `/api/change${url}`,
        headers,
        ...(body && { payload: body }),
      })
      const json = String(answer.headers['content-type']).includes('json')
      return { status: answer.statusCode, body: json ? answer.json() : answer.body }
    }
    world.made = async (method, url, who, body) => {
      const { status, body: answer } = await world.ask(method, url, who, body)
      if (status >= 300) throw new Error(`${method} ${url} as ${who} → ${status} ${JSON.stringify(answer)}`)
      return answer
    }
    await plantProcess(world)
  })
  afterAll(() => world.app.close())
  return world
}

async function plantProcess({ db }: TestDatabases): Promise<void> {
  const { id } = await db
    .insertInto('register_authorities')
    .values({ name: 'Свой орган', region: null, folded: 'свой орган' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('change_processes')
    .values({ id: 'school', name: 'Зачисление в школу', kind: 'service', authority_id: id, region: null })
    .execute()
  const user = { id: EXECUTOR, login: 'analyst', login_key: 'analyst', name: 'Аналитик', folded: 'аналитик' }
  await db
    .insertInto('access_users')
    .values({ ...user, created_at: NOW })
    .execute()
  await db
    .insertInto('access_memberships')
    .values({ user_id: EXECUTOR, organisation_id: 1, role: 'authority_analyst', since: NOW })
    .execute()
}

let given = 0
/** Answers to a survey and reviews, taken in as from their source. Names are left as they are: no dictionary here. */
export async function say(
  { db }: Pick<TestDatabases, 'db'>,
  source: 'answer' | 'review',
  texts: readonly (Partial<SourceText> & { readonly text: string })[],
): Promise<void> {
  const whole = texts.map((one) => ({
    key: String(++given),
    process: 'school',
    channel: 'ЕПГУ',
    day: '2026-05-12',
    rating: null,
    request: null,
    ...one,
  }))
  await takeTexts(db, createMasker(emptyLexicon), { source, batch: 'test' }, whole)
  await markTwins(db)
}
