import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildServer } from '../../src/compose.ts'
import { type Installation, openInstallation } from '../../src/installation.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { App } from '../../src/platform/http/index.ts'
import type { Jobs } from '../../src/platform/jobs/jobs.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { TestDatabases } from '../support/databases.ts'
import { publishLists } from './lists.ts'
import { sendPart } from './packages.ts'
import { NEIGHBOUR, type Organisation, type Organisations, OWN, type Part, plant, plantPart } from './parts.ts'
import { type Actor, addActors, addPerson, addSession, addToken } from './people.ts'

/** What a part has, by the numbers that calls name it by. */
export interface Things extends Part {
  readonly organisations: Organisations
  readonly authority: string
  readonly office: string
  readonly package: number
  readonly request: string
  readonly alarm: number
  /** A person nobody acts as, with the one role and a session. */
  readonly person: { readonly id: string; readonly membership: string; readonly session: string }
  /** A token of the part's supplier, and one of its body. */
  readonly supplierToken: string
  readonly machineToken: string
  /** The object of certification that its service is, and its entry in the published list. */
  readonly object: number
  readonly entry: number
}
export interface World {
  readonly app: App
  readonly db: Installation['db']
  readonly cipher: Installation['cipher']
  readonly actors: readonly Actor[]
  readonly own: Things
  readonly neighbour: Things
  /** The list of a year with both parts in it, published for remarks. */
  readonly publishedList: number
  close(): Promise<void>
}

const PUBLIC_URL = 'http://otklik.test'

/** One installation over HTTP as it is wired in earnest: two regions side by side, a federal service, everyone's people. */
export async function buildWorld(databases: TestDatabases): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-rights-'))
  const config = readConfig({
    OTKLIK_DATA: dataDir,
    OTKLIK_PUBLIC_URL: PUBLIC_URL,
    DATABASE_URL: databases.databaseUrl,
    CLICKHOUSE_URL: databases.clickhouseUrl,
    CLICKHOUSE_DATABASE: databases.clickhouse.database,
  })
  const installation = await openInstallation(config, silentLog())
  // Whatever is asked for waits for ever: imports run when this file says so.
  const jobs: Pick<Jobs, 'enqueue'> = { enqueue: async () => null }
  const app = await buildServer(installation, jobs as Jobs, () => undefined)
  // A call that is injected comes over no socket that a slow body could be cut off from.
  app.addHook('onRequest', async ({ raw }) => {
    if (typeof raw.socket.destroy !== 'function') Object.assign(raw.socket, { destroy: () => raw.socket })
  })
  const { db, cipher } = installation
  const root: Organisation = { id: 1, path: '/1/' }
  const ministry = await plant(db, root, { kind: 'ministry', name: 'Министерство' })
  const centre = await plant(db, root, { kind: 'analytical_centre', name: 'Аналитический центр' })
  const [ownThings, neighbourThings] = [
    await furnish(installation, root, OWN),
    await furnish(installation, root, NEIGHBOUR),
  ]
  const lists = await publishLists(db)
  const own = { ...ownThings, ...lists.of(OWN) }
  const neighbour = { ...neighbourThings, ...lists.of(NEIGHBOUR) }
  const places = { ...own.organisations, ministry, analytical_centre: centre, system: root }
  const actors = await addActors(db, places, OWN.code)
  const close = async () => {
    await app.close()
    await installation.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { app, db, cipher, actors, own, neighbour, publishedList: lists.published, close }
}

async function furnish(
  installation: Installation,
  root: Organisation,
  part: Part,
): Promise<Omit<Things, 'object' | 'entry'>> {
  const { db } = installation
  const organisations = await plantPart(db, root, part)
  const body = organisations.regional_body
  const supplier = { code: part.code, name: `Поставщик ${part.word}`, organisation_id: body.id, created_at: new Date() }
  await db.insertInto('access_suppliers').values(supplier).execute()
  const id = await sendPart(installation, part)
  const authority = await placeAuthority(db, part, body)
  const office = await db
    .selectFrom('register_offices')
    .select('id')
    .where('region', '=', part.region)
    .executeTakeFirstOrThrow()
  const about = { login: `${part.code}-someone`, name: `${part.word}ий человек` }
  const person = await addPerson(db, about, { role: 'interviewer', organisation: body })
  const [byBody, bySupplier] = await Promise.all([
    addToken(db, { label: `${part.word}ий ключ`, organisation: body, supplier: null, rights: ['progress.read'] }),
    addToken(db, { label: `${part.word}ий ключ`, organisation: body, supplier: part.code, rights: ['packages.send'] }),
  ])
  await addBase(db, part)
  return {
    ...part,
    organisations,
    authority: String(authority),
    office: String(office.id),
    package: id,
    request: `${part.code}-1`,
    alarm: await addAlarm(db, part),
    person: { ...person, session: (await addSession(db, person)).id },
    machineToken: byBody.id,
    supplierToken: bySupplier.id,
  }
}

/** The file has brought the authority; the register says where it is, and the tree who it is. */
async function placeAuthority(db: World['db'], { word, region }: Part, body: Organisation): Promise<number> {
  const { id } = await db
    .updateTable('register_authorities')
    .set({ region })
    .where('name', '=', `${word}ое министерство`)
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('access_organisations').set({ authority_id: id }).where('id', '=', body.id).execute()
  await db.updateTable('register_offices').set({ authority_id: id }).where('region', '=', region).execute()
  return id
}

async function addAlarm(db: World['db'], { word, service }: Part): Promise<number> {
  const found = { grade: 'confirmed', sentence: `${word}ие отказы растут`, values: '[]', evidence: '[]' } as const
  const { id } = await db
    .insertInto('alarms')
    .values({ ...found, figure: 'refusals', service, month: '2026-05', found_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Against it the two ratings of the part are a fall of the CSI, and too few for more than an observation. */
async function addBase(db: World['db'], { service }: Part): Promise<void> {
  const base = { from: '2026-02', to: '2026-04', value: 4.5, n: 90, sd: 0.5, chosen_by: 'rule', chosen_at: new Date() }
  await db
    .insertInto('csi_bases')
    .values({ service, ...base })
    .execute()
}
