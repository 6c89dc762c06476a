import type { AuditRecord } from '@otklik/model/access/api'
import { listAudit } from '@otklik/model/access/api'
import { sendPackage } from '@otklik/model/exchange/api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../support/databases.ts'
import { call } from './answers.ts'
import { DAY } from './packages.ts'
import { addPerson, addSession } from './people.ts'
import { buildWorld, type World } from './world.ts'

const databases = testDatabases()
let world: World
/** The headers of the two regions' administrators. */
const administrators = { own: {}, neighbour: {} }

beforeAll(async () => {
  world = await buildWorld(databases)
  const { db, neighbour } = world
  const held = { role: 'administrator', organisation: neighbour.organisations.region } as const
  const person = await addPerson(db, { login: 'chuzhoi-admin', name: 'Чужинский администратор' }, held)
  administrators.neighbour = { cookie: (await addSession(db, person)).cookie }
  administrators.own = actorOf('administrator')
})
afterAll(() => world?.close())

const actorOf = (name: string) => world.actors.find((actor) => actor.name === name)?.headers ?? {}

async function records(of: keyof typeof administrators, what: string): Promise<AuditRecord[]> {
  const answer = await call(world, listAudit, { query: { what } }, { headers: administrators[of] })
  return answer.json<{ rows: AuditRecord[] }>().rows
}

/** Sends a package to the own supplier as the actor; returns its number. */
async function send(name: string, text: string): Promise<number> {
  const query = { supplier: world.own.code, date: DAY, name: 'events.csv' }
  const answer = await call(world, sendPackage, { query, text }, { headers: actorOf(name) })
  expect(answer.statusCode).toBe(202)
  return answer.json().id
}

test('imports are seen where the supplier is, and by no neighbour', async () => {
  for (const what of ['package.received', 'package.imported'])
    for (const part of ['own', 'neighbour'] as const) {
      const { package: id, organisations } = world[part]
      const seen = await records(part, what)
      expect(seen).toMatchObject([
        {
          what,
          subject: `package:${id}`,
          who: { kind: 'system' },
          organisation: { id: organisations.regional_body.id },
        },
      ])
    }
})

test('who sent a package stands in the audit, with the address and what came', async () => {
  const text = 'request_id;section\r\n1;2\r\n'
  const byPerson = await send('data_supplier', text)
  // The same bytes again add nothing, and nothing is written down.
  expect(await send('data_supplier', text)).toBe(byPerson)
  const byToken = await send('supplier token', `${text}3;4\r\n`)
  const [token, person, first] = await records('own', 'package.received')
  const organisation = { id: world.own.organisations.regional_body.id }
  expect(person).toMatchObject({
    subject: `package:${byPerson}`,
    who: { kind: 'user', login: 'svoi-data-supplier' },
    role: 'data_supplier',
    organisation,
    address: expect.stringMatching(/^10\./),
    request: expect.any(String),
    after: {
      supplier: 'svoi',
      date: DAY,
      name: 'events.csv',
      bytes: text.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  })
  expect(token).toMatchObject({ subject: `package:${byToken}`, who: { kind: 'machine' }, organisation })
  expect(first?.subject).toBe(`package:${world.own.package}`)
  expect(await records('neighbour', 'package.received')).toHaveLength(1)
})
