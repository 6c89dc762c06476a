import { EVERYTHING } from '@otklik/model/access'
import { beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { listAuthorities, saveAuthority } from './authorities.ts'
import { readChanges, type RecordEditor } from './history.ts'
import { applyServices, ensureRegions, noteOffices, type ServiceFileRow } from './index.ts'
import { listNorms, saveNorm } from './norms.ts'
import { listOffices, saveOffice } from './places/offices.ts'
import { listRegions, saveRegion } from './places/regions.ts'
import { listServices, saveService } from './services/services.ts'

const databases = testDatabases()
const at = new Date('2026-11-20T09:00:00Z')
const editor = (seen: unknown): RecordEditor => ({ who: 'system', at, seen })
const service: ServiceFileRow = {
  service_id: '7007',
  subservice_id: '',
  name: 'Выдача охотничьего билета',
  authority: 'Министерство природных ресурсов',
  region: '31',
  kind: 'услуга',
  term_days: 5,
  term_unit: 'рабочие',
  fee: '',
  life_situations: '',
}
const apply = (row: ServiceFileRow) =>
  databases.db.transaction().execute((tx) => applyServices(tx, [row], { package: 1, at }))
beforeAll(async () => {
  await ensureRegions(databases.db)
  await apply(service)
  const office = { region: '31', name: 'Отдел встречных правок' }
  await databases.db.transaction().execute((tx) => noteOffices(tx, [office], { package: 1, at }))
})

/** Of every kind: the number of the record, its fields as a form shows them, other fields, and how it saves. */
const kinds = {
  services: async () => {
    const [{ id, subservice: _, ...shown } = none()] = (await listServices(databases.db, {}, EVERYTHING)).rows
    const save = (fields: typeof shown, by: RecordEditor) => saveService(databases.db, id, fields, by)
    return edit(id, shown, { ...shown, fee: '10' }, save)
  },
  authorities: async () => {
    const [{ id, ...shown } = none()] = (await listAuthorities(databases.db, {}, EVERYTHING)).rows
    const save = (fields: typeof shown, by: RecordEditor) => saveAuthority(databases.db, id, fields, by)
    return edit(id, shown, { ...shown, region: '46' }, save)
  },
  offices: async () => {
    const { db } = databases
    const [{ id, requests: _, ...shown } = none()] = (await listOffices({ db }, {}, EVERYTHING)).rows
    const save = (fields: typeof shown, by: RecordEditor) => saveOffice({ db }, id, fields, by)
    return edit(id, shown, { ...shown, zone: 'Asia/Omsk' }, save)
  },
  regions: async () => {
    const [{ id, zone } = none()] = (await listRegions(databases.db, { find: 'Белгородская' }, EVERYTHING)).rows
    const save = (fields: { zone: string }, by: RecordEditor) => saveRegion(databases.db, id, fields, by)
    return edit(id, { zone }, { zone: 'Europe/Samara' }, save)
  },
  norms: async () => {
    const [{ id, value, unit } = none()] = (await listNorms(databases.db, {}, EVERYTHING)).rows
    const save = (fields: { value: number; unit: typeof unit }, by: RecordEditor) =>
      saveNorm(databases.db, id, fields, by)
    return edit(id, { value, unit }, { value: value + 1, unit }, save)
  },
} as const

function none(): never {
  throw new Error('nothing to edit')
}
const edit = <T>(id: string, shown: T, other: T, save: (fields: T, by: RecordEditor) => Promise<unknown>) => ({
  id,
  shown,
  saveOther: (seen: unknown) => save(other, editor(seen)),
  saveShown: (seen: unknown) => save(shown, editor(seen)),
})

test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
  '%s changed meanwhile are not overwritten unseen',
  async (kind) => {
    const { id, shown, saveOther, saveShown } = await kinds[kind]()
    const before = (await readChanges(databases.db, kind, id)).length
    await saveOther(shown)
    await expect(saveShown(shown)).rejects.toMatchObject({ code: 'conflict', status: 409 })
    await expect(saveShown(null)).rejects.toMatchObject({ code: 'conflict' })
    // The same again changes nothing, so that there is nothing to refuse.
    await saveOther(shown)
    expect((await readChanges(databases.db, kind, id)).length).toBe(before + 1)
    // Who compares nothing says nothing of what was seen.
    await saveShown(undefined)
    expect((await readChanges(databases.db, kind, id)).length).toBe(before + 2)
  },
)

test('what a file has changed is not undone by a form opened before', async () => {
  const { saveOther, shown } = await kinds.services()
  await apply({ ...service, fee: '20' })
  await expect(saveOther(shown)).rejects.toMatchObject({ code: 'conflict' })
  expect((await listServices(databases.db, {}, EVERYTHING)).rows[0]?.fee).toBe('20')
})
