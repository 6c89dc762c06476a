import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EVERYTHING, NOTHING, type Reach, type RoleName, rightsOf, type UserPrincipal } from '@otklik/model/access'
import { judge, prepare, type Questionnaire } from '@otklik/model/questionnaires'
import { quotasOf } from '@otklik/model/surveys'
import type { Campaign, CampaignFields } from '@otklik/model/surveys/api'
import { afterAll, beforeAll } from 'vitest'
import { type TestDatabases, testDatabases } from '../../test/support/databases.ts'
import { person } from '../../test/support/principals.ts'
import { type Cipher, cipherOf } from '../platform/cipher.ts'
import { type App, buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import { applyServices, type ServiceFileRow } from '../register/index.ts'
import { openCampaign } from './open-campaign.ts'
import { takePlaces } from './quotas/places.ts'
import { routes } from './server.ts'

export const NOW = new Date('2026-11-22T09:00:00Z')
export const TODAY = '2026-11-22'

const holder = (id: string, name: string, role: RoleName, reach: Reach = EVERYTHING): UserPrincipal =>
  person({ id, name, rights: rightsOf(role), reach })
const OWN: Reach = { ...NOTHING, authorities: ['Свой орган'] }

/** Who calls, by the word in the header of a test's request. */
export const PEOPLE = {
  methodologist: holder('u1', 'Методолог', 'methodologist'),
  organiser: holder('u2', 'Организатор', 'evaluation_organiser', OWN),
  stranger: holder('u3', 'Чужой организатор', 'evaluation_organiser', { ...NOTHING, authorities: ['Чужой орган'] }),
  observer: holder('u4', 'Наблюдатель', 'ministry_observer'),
} as const
export type Who = keyof typeof PEOPLE

export interface Answer<T> {
  readonly status: number
  readonly body: T & { code?: string; detail?: string; errors?: { path: string; message: string }[] }
  readonly raw: Buffer
  readonly text: string
}
export interface World extends TestDatabases {
  app: App
  dataDir: string
  cipher: Cipher
  /** What jobs were asked to do. */
  enqueued: object[]
  /** Numbers in the register, by name. */
  authorities: Record<string, string>
  offices: Record<string, number>
  ask<T = unknown>(method: Method, path: string, body?: object, who?: Who): Promise<Answer<T>>
  /** The same, which has to go well. */
  make<T>(method: Method, path: string, body?: object, who?: Who): Promise<T>
}
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** The staff's calls over a register of two authorities with two offices each. Call it once at the top of a test file. */
export function surveysOverHttp(): World {
  const world = testDatabases() as World
  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'otklik-surveys-'))
    const config = { publicUrl: 'https://otklik.test', trustProxy: false, dataDir }
    const app = await buildHttp({
      config,
      log: silentLog(),
      now: () => NOW,
      authenticate: async ({ headers }) => principalOf(String(headers['x-who'])),
    })
    // Of a server's deps the calls touch these.
    const jobs = {
      enqueue: async (_tx: unknown, _kind: unknown, data: object) => {
        world.enqueued.push(data)
        return null
      },
    }
    const cipher = cipherOf('a key of a test')
    Object.assign(world, { cipher, enqueued: [] })
    routes(app, { db: world.db, ch: world.clickhouse, config, log: silentLog(), cipher, jobs } as never)
    Object.assign(world, { app, dataDir, ...(await fillRegister(world)), ...callsOf(app) })
  })
  afterAll(async () => {
    await world.app.close()
    rmSync(world.dataDir, { recursive: true, force: true })
  })
  return world
}

const principalOf = (word: string) =>
  Object.entries(PEOPLE).find(([name]) => name === word)?.[1] ?? ({ kind: 'nobody' } as const)

function callsOf(app: App): Pick<World, 'ask' | 'make'> {
  const ask = async <T>(method: Method, path: string, body?: object, who: Who = 'organiser') => {
    const url = `/api/surveys${path}`
    const answer = await app.inject({ method, url, headers: { 'x-who': who }, ...(body && { payload: body }) })
    const json = String(answer.headers['content-type']).includes('json')
    const read = { body: json ? answer.json() : undefined, text: answer.body, raw: answer.rawPayload }
    return { status: answer.statusCode, ...read } as Answer<T>
  }
  return {
    ask,
    make: async (method, path, body, who) => {
      const { status, body: answer, text } = await ask(method, path, body, who)
      if (status >= 300) throw new Error(`${method} ${path} as ${who ?? 'organiser'} → ${status} ${text}`)
      return answer as never
    },
  }
}

export const SERVICES = ['1000000001', '1000000002'] as const

async function fillRegister({ db }: TestDatabases): Promise<Pick<World, 'authorities' | 'offices'>> {
  const rows = [
    serviceRow(SERVICES[0], 'Справка', 'Свой орган'),
    serviceRow(SERVICES[1], 'Пособие', 'Свой орган'),
    serviceRow('2000000001', 'Чужая справка', 'Чужой орган'),
  ]
  await db.transaction().execute((tx) => applyServices(tx, rows, { package: 1, at: NOW }))
  const authorities = await db.selectFrom('register_authorities').select(['id', 'name']).execute()
  const ids = Object.fromEntries(authorities.map(({ id, name }) => [name, String(id)]))
  const offices = ['Окно 1', 'Окно 2'].map((name) => ({
    region: '31',
    name,
    authority_id: Number(ids['Свой орган']),
    folded: name.toLowerCase(),
  }))
  const made = await db.insertInto('register_offices').values(offices).returning(['id', 'name']).execute()
  return { authorities: ids, offices: Object.fromEntries(made.map(({ id, name }) => [name, id])) }
}

const serviceRow = (service_id: string, name: string, authority: string): ServiceFileRow => ({
  service_id,
  name,
  authority,
  region: '31',
  kind: 'услуга',
  subservice_id: '',
  term_days: null,
  term_unit: '',
  fee: '',
  life_situations: '',
})

const option = (code: string, more: object = {}) => ({ code, text: { ru: code }, ...more })
const criterion = (code: string) =>
  ({ code, type: 'scale', min: 1, max: 5, measure: `criterion.${code}`, text: { ru: `Оцените: ${code}` } }) as const

/** Every type of item that results count, and an option that screens out. */
export const FORM = {
  format: 'otklik-questionnaire/1',
  code: 'proba',
  title: { ru: 'Проба' },
  languages: ['ru'],
  pages: [
    {
      code: 'p1',
      questions: [
        {
          code: 'got',
          type: 'one',
          text: { ru: 'Получили?' },
          options: [option('yes'), option('no'), option('never', { end: true })],
        },
        {
          code: 'why',
          type: 'many',
          text: { ru: 'Почему?' },
          options: [option('a'), option('b'), option('c', { other: true })],
        },
        {
          code: 'site',
          type: 'matrix',
          text: { ru: 'Сайт' },
          rows: [option('look'), option('speed')],
          options: [option('good'), option('bad'), option('hard', { missing: true })],
        },
      ],
    },
    {
      code: 'p2',
      questions: [
        criterion('time'),
        criterion('staff'),
        { code: 'nps', type: 'scale', min: 1, max: 10, measure: 'recommend', text: { ru: 'Посоветуете?' } },
        { code: 'age', type: 'number', min: 0, max: 120, text: { ru: 'Возраст' } },
        { code: 'words', type: 'long', text: { ru: 'Что ещё?' } },
      ],
    },
  ],
} as unknown as Questionnaire

export const fieldsOf = (world: World, more: Partial<CampaignFields> = {}): CampaignFields => ({
  name: 'Опрос у окна',
  authority: world.authorities['Свой орган'] ?? '',
  questionnaire: { code: 'proba', version: 1 },
  services: [],
  offices: [],
  languages: ['ru'],
  from: null,
  to: null,
  target: null,
  parameters: {},
  lists: {},
  quotas: [],
  frames: [],
  legal: { asks: null, recorded: null, kept: null, appeals: null },
  ...more,
})

/** A published questionnaire of the own authority. */
export async function publishForm(world: World, code = 'proba'): Promise<void> {
  const authority = world.authorities['Свой орган']
  await world.make('POST', '/questionnaires', { code, title: 'Проба', authority, document: FORM })
  await world.make('POST', `/questionnaires/${code}/publication`, { revision: 1 })
}

export async function runCampaign(world: World, more: Partial<CampaignFields> & { code: string }): Promise<Campaign> {
  const { code, ...fields } = more
  await world.make('POST', '/campaigns', { code, ...fieldsOf(world, fields) })
  return world.make('POST', `/campaigns/${code}/start`)
}

export interface Given {
  readonly answers: Record<string, unknown>
  readonly other?: Record<string, string>
  readonly day?: string
  readonly link?: string | null
}

/** Stores an answer as the public page does; false: a quota is full. */
export async function respond({ db }: TestDatabases, code: string, given: Given): Promise<boolean> {
  const { answers, other = {}, day = TODAY, link = null } = given
  const campaign = await openCampaign(db, code, link, NOW)
  if (campaign === undefined) throw new Error(`${code}/${link} is not there`)
  const judged = judge(prepare(campaign.document), { answers, other, attributes: campaign.attributes })
  if (!judged.ok) throw new Error(`${JSON.stringify(judged.errors)}`)
  const outcome = judged.outcome === 'screened' ? 'screened' : 'complete'
  const id = randomUUID()
  const full = new Error('full')
  const { service, office, channel } = campaign.link
  const stored = db.transaction().execute(async (tx) => {
    const quotas = quotasOf(campaign.quotas, judged, campaign.attributes)
    if (outcome === 'complete' && (await takePlaces(tx, campaign.id, quotas)) !== null) throw full
    await tx
      .insertInto('survey_responses')
      .values({
        id,
        campaign_id: campaign.id,
        version: campaign.version,
        link_id: campaign.link.id,
        channel,
        outcome,
        service_id: service?.id ?? null,
        office_id: office === null ? null : Number(office.id),
        language: 'ru',
        day,
        hour: 12,
        answers: JSON.stringify(answers),
        other: JSON.stringify(other),
      })
      .execute()
    await tx.insertInto('survey_uncounted').values({ response_id: id, batch: null }).execute()
    return true
  })
  return stored.catch((error: unknown) => {
    if (error === full) return false
    throw error
  })
}
