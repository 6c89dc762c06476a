import { ALL_ROLES } from '@otklik/model/access'
import { beforeAll, expect, test } from 'vitest'
import { DEMO_PEOPLE, demoAccount } from '../src/demo/accounts.ts'
import { populate } from '../src/demo/populate.ts'
import { ensureRegions, markDemo } from '../src/register/index.ts'
import { testDatabases } from './support/databases.ts'

const stores = testDatabases()

beforeAll(async () => {
  await ensureRegions(stores.db)
  await markDemo(stores.db)
})

test('the demonstration has an account for every role, each held where it may be', async () => {
  const { db } = stores
  // Only the address of the installation is read here.
  const config = { publicUrl: 'http://localhost:8080' } as Parameters<typeof populate>[0]['config']
  await populate({ db, config }, { seed: 1, today: '2026-11-22', region: '00' })
  const held = await db
    .selectFrom('access_memberships as m')
    .innerJoin('access_users as u', 'u.id', 'm.user_id')
    .innerJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .select(['u.login', 'm.role', 'o.name', 'o.authority_id'])
    .execute()
  const byLogin = Map.groupBy(held, ({ login }) => login)
  expect(new Set(byLogin.keys())).toEqual(new Set([demoAccount.login, ...DEMO_PEOPLE.map(({ login }) => login)]))
  expect(new Set(held.map(({ role }) => role))).toEqual(new Set(ALL_ROLES))
  expect(byLogin.get('three-roles')?.length).toBe(3)
  expect(byLogin.get('analyst')).toMatchObject([
    { role: 'authority_analyst', name: 'Министерство образования Демонстрационной области' },
  ])
  expect(byLogin.get('analyst')?.[0]?.authority_id).not.toBeNull()
})

test('suppliers belong to organisations, offices are named as requests name them', async () => {
  const { db } = stores
  const suppliers = await db
    .selectFrom('access_suppliers as s')
    .innerJoin('access_organisations as o', 'o.id', 's.organisation_id')
    .select(['s.code', 'o.kind'])
    .orderBy('s.code')
    .execute()
  expect(suppliers).toEqual([
    { code: 'demo-mfc', kind: 'mfc' },
    { code: 'demo-mun', kind: 'municipal_body' },
    { code: 'demo-rgis', kind: 'region' },
  ])
  const offices = await db.selectFrom('access_organisations').select('office').where('kind', '=', 'office').execute()
  const noted = await db.selectFrom('register_offices').select('name').execute()
  expect(new Set(offices.map(({ office }) => office))).toEqual(new Set(noted.map(({ name }) => name)))
})
