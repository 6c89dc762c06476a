import { bySystem } from '../platform/audit/index.ts'
import { addOrganisation, createAdministrator, createPerson, saveSupplier } from '../access/index.ts'
import type { Installation } from '../installation.ts'
import { authorityNumbers, noteOffices } from '../register/index.ts'
import { DEMO_PASSWORD, DEMO_PEOPLE, demoAccount } from './accounts.ts'
import { type DemoOrganisation, demoOrganisations } from './organisations.ts'
import type { DemoOptions } from './plan.ts'
import { demoRegister } from './register.ts'

type Parts = Pick<Installation, 'db' | 'config'>

/** To which organisation each supplier belongs; the others belong to the whole system. */
const SUPPLIER_HOMES: Readonly<Record<string, string>> = {
  'demo-rgis': 'region',
  'demo-mfc': 'mfc',
  'demo-mun': 'city',
}

/** Everything that must stand before the packages come: offices, organisations, suppliers, people. */
export async function populate(parts: Parts, options: DemoOptions): Promise<void> {
  const { suppliers, offices, authorities, region } = demoRegister(options)
  const names = new Map(authorities.map(({ code, name }) => [code, name]))
  const noted = offices.map(({ name, authority, zone }) => ({
    region: region.code,
    name,
    zone,
    authority: names.get(authority),
  }))
  await parts.db.transaction().execute((tx) => noteOffices(tx, noted))
  const numbers = await addOrganisations(parts, demoOrganisations(region.code))
  for (const { code, name } of suppliers) {
    const organisation = numbers.get(SUPPLIER_HOMES[code] ?? '') ?? 1
    await saveSupplier(parts, { code, name, organisation }, bySystem())
  }
  await addPeople(parts, numbers)
}

/** The numbers of the organisations by their codes. */
async function addOrganisations(
  parts: Parts,
  organisations: readonly DemoOrganisation[],
): Promise<ReadonlyMap<string, number>> {
  const authorities = await authorityNumbers(parts.db)
  const numbers = new Map<string, number>()
  for (const one of organisations) {
    const { code, parent, kind, name, region = null, zone = null, office = null } = one
    const unknown = { shortName: null, ogrn: null, address: null, phone: null, mail: null }
    const authority = authorities.get(one.authority ?? '') ?? null
    const above = parent === null ? 1 : (numbers.get(parent) ?? 1)
    const fields = { ...unknown, name, region, zone, authority, office }
    const { id } = await addOrganisation(parts, { ...fields, parent: above, kind }, bySystem())
    numbers.set(code, id)
  }
  return numbers
}

async function addPeople(parts: Parts, numbers: ReadonlyMap<string, number>): Promise<void> {
  await createAdministrator(parts, demoAccount)
  for (const { login, name, held } of DEMO_PEOPLE) {
    const roles = held.map(({ role, place }) => ({ role, organisation: numbers.get(place) ?? 0 }))
    await createPerson(parts, { login, name, password: DEMO_PASSWORD }, roles)
  }
}
