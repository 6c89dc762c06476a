import { isRight, type Right } from '@otklik/model/access'
import type { Route } from '@otklik/model/api'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROUTES } from '@otklik/model/routes'
import { testDatabases } from '../support/databases.ts'
import { call, textOf } from './answers.ts'
import { appealEntries } from './entries/appeals.ts'
import { calendarEntries } from './entries/calendar.ts'
import { changeEntries } from './entries/change.ts'
import { deadlineEntries } from './entries/deadlines.ts'
import { keyEntries } from './entries/keys.ts'
import { listEntries } from './entries/lists.ts'
import { materialEntries } from './entries/materials.ts'
import { organisationEntries } from './entries/organisations.ts'
import { packageEntries } from './entries/packages.ts'
import { peopleEntries } from './entries/people.ts'
import { procedureEntries } from './entries/procedures.ts'
import { federalPage, progressEntries } from './entries/progress.ts'
import { registerEntries } from './entries/register.ts'
import { sessionEntries } from './entries/sessions.ts'
import { surveyEntries } from './entries/surveys.ts'
import type { Ask, Entries, Entry, OpenEntry, PersonalEntry, RightEntry } from './entry.ts'
import { FAMILIAR, FOREIGN } from './parts.ts'
import { type Actor, addSession } from './people.ts'
import { buildWorld, type World } from './world.ts'

/** Every call of the contract. */
const ENTRIES: Entries = {
  ...progressEntries,
  ...appealEntries,
  ...calendarEntries,
  ...deadlineEntries,
  ...packageEntries,
  ...registerEntries,
  ...peopleEntries,
  ...organisationEntries,
  ...keyEntries,
  ...listEntries,
  ...materialEntries,
  ...procedureEntries,
  ...sessionEntries,
  ...surveyEntries,
  ...changeEntries,
}
const REFUSED = [401, 403, 404]

const databases = testDatabases()
let world: World
beforeAll(async () => {
  world = await buildWorld(databases)
})
afterAll(() => world?.close())

describe('every call, by every role', () => {
  test.for(ROUTES)('$name', async ({ name, route }, { skip }) => {
    const entry = ENTRIES[name]
    if (entry === undefined) throw new Error(`${name} (${route.path}) has no entry in the matrix of rights`)
    skip(!world.app.hasRoute({ method: route.method, url: route.path }), 'not served yet')
    await judge(route, entry)
  })

  test('no entry is left of a call that is gone', () => {
    const names = ROUTES.map(({ name }) => name)
    expect(Object.keys(ENTRIES).filter((name) => !names.includes(name))).toEqual([])
  })
})

function judge(route: Route, entry: Entry): Promise<void> {
  const { access } = route
  if (access === 'open' && 'open' in entry) return judgeOpen(route, entry)
  if (access === 'signed_in' && 'personal' in entry) return judgePersonal(route, entry)
  if (isRight(access) && 'ask' in entry) return judgeRight(route, access, entry)
  throw new Error(`the entry of ${route.path} is not one for ${access}`)
}

const statusOf = async (route: Route, ask: Ask, actor: Actor) => (await call(world, route, ask, actor)).statusCode

async function judgeRight(route: Route, right: Right, entry: RightEntry): Promise<void> {
  const { actors, own, neighbour } = world
  // Made before the digest: asking may put things there.
  const cells: { actor: Actor; ask: Ask; statuses: readonly number[] }[] = []
  for (const actor of actors) {
    const missing = !actor.rights.includes(right)
    const ask = async (things: World['own']) => entry.ask(things, actor, world)
    if (missing) {
      cells.push({ actor, ask: await ask(own), statuses: [actor.kind === 'nobody' ? 401 : 403] })
      continue
    }
    if (entry.names && !actor.everything)
      cells.push({ actor, ask: await ask(neighbour), statuses: entry.hidden ?? [404] })
    if (entry.hiddenFrom?.(actor) && !entry.lists) cells.push({ actor, ask: await ask(own), statuses: [404] })
    if (entry.seenOnly?.(actor)) cells.push({ actor, ask: await ask(own), statuses: [403] })
  }
  const before = await digest()
  for (const { actor, ask, statuses } of cells)
    expect([actor.name, statuses]).toEqual([actor.name, expect.arrayContaining([await statusOf(route, ask, actor)])])
  expect(await digest(), 'what is refused changes nothing').toEqual(before)
  for (const actor of actors.filter(({ rights }) => rights.includes(right))) await judgeAllowed(route, entry, actor)
}

/** Three requests in each region: two for its own authority, one for the federal one. */
const requestsSeenBy = ({ everything, region }: Actor): number => (everything ? 6 : region ? 3 : 2)

async function judgeAllowed(route: Route, entry: RightEntry, actor: Actor): Promise<void> {
  if (entry.seenOnly?.(actor) || (entry.hiddenFrom?.(actor) && !entry.lists)) return
  const { own, neighbour } = world
  for (const things of entry.names && actor.everything ? [own, neighbour] : [own]) {
    const answer = await call(world, route, await entry.ask(things, actor, world), actor)
    const { statusCode } = answer
    if (statusCode >= 500 || REFUSED.includes(statusCode))
      expect.fail(`${actor.name} gets ${statusCode} about ${things.word}: ${answer.body}`)
    if (entry.counts) expect([actor.name, entry.counts(answer.json())]).toEqual([actor.name, requestsSeenBy(actor)])
    if (entry.lists) judgeList(entry, actor, await textOf(answer))
  }
  if (!entry.lists) return
  for (const format of formatsOf(route)) {
    const { query, ...ask } = await entry.ask(own, actor, world)
    judgeList(entry, actor, await look(route, { ...ask, query: { ...query, format } }, actor))
  }
  if (entry.narrowed === undefined) return
  const rest = await look(route, await entry.narrowed(neighbour, actor, world), actor)
  expect([actor.name, 'narrowed', FOREIGN.test(rest)]).toEqual([actor.name, 'narrowed', actor.everything])
}

function judgeList(entry: RightEntry, actor: Actor, text: string): void {
  const { foreign = FOREIGN, everythingFinds = true, hiddenFrom } = entry
  if (hiddenFrom?.(actor)) {
    expect([actor.name, text]).toEqual([actor.name, expect.not.stringMatching(FAMILIAR)])
    expect([actor.name, text]).toEqual([actor.name, expect.not.stringMatching(foreign)])
    return
  }
  if (actor.everything)
    return void (everythingFinds && expect([actor.name, text]).toEqual([actor.name, expect.stringMatching(foreign)]))
  expect([actor.name, text]).toEqual([actor.name, expect.stringMatching(FAMILIAR)])
  expect([actor.name, text]).toEqual([actor.name, expect.not.stringMatching(foreign)])
}

async function look(route: Route, ask: Ask, actor: Actor): Promise<string> {
  const answer = await call(world, route, ask, actor)
  expect([actor.name, answer.statusCode, answer.body.slice(0, 300)]).toEqual([actor.name, 200, expect.anything()])
  return textOf(answer)
}

function formatsOf({ query }: Route): string[] {
  const { properties = {} } = (query ?? {}) as { properties?: { format?: object } }
  const offered = JSON.stringify(properties.format ?? null)
  return ['csv', 'xlsx'].filter((format) => offered.includes(`"${format}"`))
}

/** Machines have no sessions: a call about the own one is the same for them as for nobody, if it is not refused. */
async function judgeOpen(route: Route, { open, endsSession = false }: OpenEntry): Promise<void> {
  const seen = new Set<number>()
  for (const actor of world.actors) {
    const { id, membership } = actor
    const person = id !== undefined && membership !== undefined
    const headers =
      endsSession && person ? { cookie: (await addSession(world.db, { id, membership })).cookie } : actor.headers
    seen.add(await statusOf(route, await open(world.own, actor, world), { ...actor, headers }))
  }
  expect(seen.size, `statuses ${[...seen].join()}`).toBe(1)
  expect([...seen][0]).toBeLessThan(500)
}

async function judgePersonal(route: Route, { personal, foreign, outcomes = [] }: PersonalEntry): Promise<void> {
  const { actors, own, neighbour } = world
  for (const actor of actors) {
    const answer = await call(world, route, await personal(own, actor, world), actor)
    const expected = { nobody: [401], machine: [403], person: [200, 201, 202, 204, ...outcomes] }[actor.kind]
    expect([actor.name, expected]).toEqual([actor.name, expect.arrayContaining([answer.statusCode])])
    if (actor.kind === 'person') expect(answer.body).not.toMatch(/"code":"(not_allowed|people_only)"/)
  }
  if (foreign === undefined) return
  const cells: { actor: Actor; ask: Ask }[] = []
  for (const actor of actors.filter(({ kind }) => kind === 'person'))
    for (const things of [own, neighbour]) cells.push({ actor, ask: await foreign(things, actor, world) })
  const before = await digest()
  for (const { actor, ask } of cells) expect([actor.name, await statusOf(route, ask, actor)]).toEqual([actor.name, 404])
  expect(await digest()).toEqual(before)
}

/** Every row of every table, but for the audit and for when somebody was last seen. */
async function digest(): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'audit%'`.execute(world.db)
  const sums = tables.map(
    ({ name }) => sql`SELECT ${name}::text AS name, md5(coalesce(string_agg(
      (to_jsonb(t) - 'last_seen_at' - 'last_used_at' - 'last_used_from')::text, ' ' ORDER BY to_jsonb(t)::text), '')) AS sum
      FROM ${sql.table(name)} t`,
  )
  const { rows } = await sql<{ name: string; sum: string }>`${sql.join(sums, sql` UNION ALL `)}`.execute(world.db)
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}

test('the page of a federal service shows the own part of it', async () => {
  const route = ROUTES.find(({ name }) => name === 'readService')?.route
  if (route === undefined) throw new Error('no such call')
  for (const actor of world.actors.filter(({ rights }) => rights.includes('progress.read'))) {
    const answer = await call(world, route, federalPage, actor)
    const seen = actor.everything ? 2 : actor.region ? 1 : 0
    expect([actor.name, answer.statusCode, answer.json().total.submitted]).toEqual([actor.name, 200, seen])
    const { reviews } = answer.json().ratings
    expect([actor.name, reviews.length]).toEqual([actor.name, actor.rights.includes('requests.read') ? seen : 0])
    expect([actor.name, FOREIGN.test(answer.body)]).toEqual([actor.name, actor.everything])
  }
})
