import { ROLES } from '@otklik/model/access'
import { beforeAll, describe, expect, test } from 'vitest'
import { listCases } from '../src/certification/cases/read.ts'
import { listCertificates } from '../src/certification/documents/register.ts'
import { readList, readLists } from '../src/certification/index.ts'
import { listProcedures } from '../src/certification/procedure/board.ts'
import { isoDay, parseDay } from '../src/demo/calendar.ts'
import { fillCertification } from '../src/demo/certification/fill-certification.ts'
import { demoPerson } from '../src/demo/lists/demo-person.ts'
import { fillLists } from '../src/demo/lists/fill-lists.ts'
import { populate } from '../src/demo/populate.ts'
import { ensureRegions, markDemo } from '../src/register/index.ts'
import { testDatabases } from './support/databases.ts'
import { applyDemoServices } from './support/demo-services.ts'

/** What the packages bring, and the day of the demonstration. */
describe.each(['2026-11-22', '2026-02-10'])('the lists of the demonstration on %s', (today) => {
  const stores = testDatabases()
  const year = today === '2026-11-22' ? 2026 : 2025
  beforeAll(async () => {
    const { db } = stores
    await ensureRegions(db)
    await markDemo(db)
    // Only the address of the installation is read here.
    const config = { publicUrl: 'http://localhost:8080' } as Parameters<typeof populate>[0]['config']
    await populate({ db, config }, { seed: 1, today, region: '00' })
    await applyDemoServices(db)
    await fillLists(db, { today, region: '00' })
  })
  const overview = async (login: string) =>
    readLists(stores.db, await demoPerson(stores.db, login), new Date(`${today}T12:00:00Z`))

  test('stand where the year is', async () => {
    const { single, years, draft } = await overview('working-group')
    expect(draft).toMatchObject({ objects: 38, removed: 1, withoutAuthority: 0 })
    expect(single.map(({ number, state, allowed }) => [number, state, allowed])).toEqual([
      [2, 'on_approval', ['return', 'approve']],
      [1, 'approved', []],
    ])
    const states = years.flatMap(({ editions }) => editions).map((one) => [one.year, one.number, one.state])
    expect(states).toEqual([
      [year + 1, 1, 'draft'],
      [year, 1, 'approved'],
    ])
    expect(single[0]?.submitted?.by).toBe(`${ROLES.certification_curator.name} (демо)`)
    expect(single[1]?.approved?.by).toBe(`${ROLES.working_group.name} (демо)`)
  })

  test('leave objects out for every reason there is', async () => {
    const who = await demoPerson(stores.db, 'working-group')
    const { years } = await overview('working-group')
    const lists = years.flatMap(({ editions }) => editions)
    for (const { counts } of lists) expect(Math.min(counts.admitted, counts.leftOut)).toBeGreaterThan(5)
    const entries = await Promise.all(lists.map(({ id }) => readList(stores.db, id, { limit: 1000 }, who)))
    const judged = entries.flatMap(({ rows }) => rows.flatMap((row) => row.year?.admission ?? []))
    expect(new Set(judged.flatMap(({ reasons }) => reasons).map(({ code }) => code))).toEqual(
      new Set([
        'no_self_check',
        'low_self_check',
        'form_not_online',
        'form_not_remote',
        'ending',
        'road_map_failed',
        'no_contacts',
        'no_access',
      ]),
    )
    expect(judged.some(({ grounds }) => grounds.some(({ code }) => code === 'certificate_ends'))).toBe(true)
  })

  test('are dated in order, and not in the future', async () => {
    const rows = await stores.db
      .selectFrom('audit_log')
      .select(['at', 'what'])
      .where('what', 'like', 'list.%')
      .orderBy('seq')
      .execute()
    const days = rows.map(({ at }) => at.toISOString().slice(0, 10))
    expect(days).toEqual(days.toSorted())
    expect((days.at(-1) ?? '') < today).toBe(true)
  })
  test('lead to certificates at every stage, two that end soon and one critical value', async () => {
    const { db, clickhouse: ch } = stores
    const who = await demoPerson(db, 'working-group')
    const list = (await overview('working-group')).years.flatMap(({ editions }) => editions)
    const approved = list.find((one) => one.year === year)
    const { rows } = await readList(db, approved?.id ?? 0, { admitted: true, kind: 'service', limit: 1000 }, who)
    const watched = rows[4]
    const found = { grade: 'confirmed', sentence: 'Доля отказов растёт', values: '[]', evidence: '[]' } as const
    await db
      .insertInto('alarms')
      .values({
        ...found,
        figure: 'refusals',
        service: watched?.service ?? '',
        month: `${year}-10`,
        found_at: new Date(today),
      })
      .execute()
    const progress = { ch, now: () => new Date(`${today}T12:00:00Z`) }
    await fillCertification({ db, progress, publicUrl: 'http://localhost:8080' }, { today })
    const { stages } = await listProcedures(db, { year }, { who, at: new Date(`${today}T12:00:00Z`) })
    expect(Object.values(stages).every((count) => count > 0)).toBe(true)
    const soon = isoDay(parseDay(today) + 31)
    const at = new Date(`${today}T12:00:00Z`)
    const deps = { db, publicUrl: 'http://localhost:8080' }
    expect((await listCertificates(deps, { expiringBy: soon }, { who, at })).total).toBe(2)
    expect((await listCases(db, {}, { who, at })).rows).toMatchObject([{ object: watched?.object, state: 'drafted' }])
  })
})
