import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { exportDay } from '../../src/exchange/index.ts'
import { saveService } from '../../src/register/services/services.ts'
import { ensureRegions, registeredOf } from '../../src/register/index.ts'
import { addSupplier, type TestInstallation, testInstallation } from '../support/installation.ts'
import { columnsOf, csv } from './checked.ts'

const here = testInstallation()
const elsewhere = testInstallation()
const suppliers = ['alpha', 'beta'] as const
beforeAll(async () => {
  for (const installation of [here, elsewhere]) {
    for (const supplier of suppliers) await addSupplier(installation, supplier)
    await ensureRegions(installation.db)
  }
})

/** What an export wrote, in the order of its manifest. */
async function exported({ db, clickhouse }: TestInstallation, date: string, only?: readonly string[]) {
  const out = mkdtempSync(join(tmpdir(), 'otklik-export-test-'))
  try {
    const { files } = await exportDay({ db, ch: clickhouse }, { date, out, ...(only && { suppliers: only }) })
    return files.map((file) => ({ ...file, text: readFileSync(join(out, file.name), 'utf8') }))
  } finally {
    rmSync(out, { recursive: true })
  }
}

const request = (id: string, channel: string): Record<string, string> => ({
  'requests.csv': csv(['request_id', 'service_id', 'submission_channel', 'region'], [id, '1', channel, '31']),
  'ratings.csv': csv(
    ['request_id', 'rated_at', 'score', 'review'],
    [id, '01.05.2026 10:00:00', '3', `оценено через ${channel}`],
  ),
})
/** The present content of every key. */
const present = async ({ clickhouse }: TestInstallation, like: string) => ({
  requests: await clickhouse.query(
    'SELECT request_id, submission_channel FROM request_current FINAL WHERE request_id LIKE {like:String} ORDER BY 1',
    { like },
  ),
  ratings: await clickhouse.query(
    'SELECT request_id, rated_at, argMax(review, (package, file, row)) AS review FROM ratings WHERE request_id LIKE {like:String} GROUP BY 1, 2 ORDER BY 1',
    { like },
  ),
})

/** Imports elsewhere what the days gave, file by file as the manifests list them. */
async function carryOver(days: readonly string[]): Promise<void> {
  for (const date of days)
    for (const { supplier, text, name, rows } of await exported(here, date))
      if (rows > 0) await elsewhere.send({ [name]: text }, { date, supplier })
}

let run = 0
test('days exported in their order give the same records, in whatever order they came', async () => {
  const days = ['2026-05-01', '2026-05-02', '2026-05-03']
  const sent = fc.record({
    id: fc.constantFrom('a', 'b'),
    channel: fc.constantFrom('ЕПГУ', 'МФЦ', 'ВИС', 'ОГВ'),
    date: fc.constantFrom(...days),
    supplier: fc.constantFrom(...suppliers),
  })
  const property = fc.asyncProperty(fc.array(sent, { minLength: 2, maxLength: 6 }), async (packages) => {
    run++
    // A note keeps two packages from being the same file.
    for (const [index, { id, channel, date, supplier }] of packages.entries())
      await here.send(
        { ...request(`${run}-${id}`, channel), 'n.csv': csv(['request_id', 'uin'], [`n${run}-${index}`, 'u']) },
        { date, supplier },
      )
    await carryOver(days)
    const found = await present(here, `${run}-%`)
    expect(found.requests.length).toBe(new Set(packages.map(({ id }) => id)).size)
    expect(await present(elsewhere, `${run}-%`)).toEqual(found)
  })
  await fc.assert(property, {
    numRuns: 4,
    examples: [
      [
        [
          { id: 'a', channel: 'ЕПГУ', date: '2026-05-01', supplier: 'alpha' },
          { id: 'a', channel: 'МФЦ', date: '2026-05-02', supplier: 'alpha' },
          { id: 'a', channel: 'ВИС', date: '2026-05-01', supplier: 'alpha' },
        ],
      ],
      [
        [
          { id: 'a', channel: 'ЕПГУ', date: '2026-05-01', supplier: 'beta' },
          { id: 'a', channel: 'МФЦ', date: '2026-05-01', supplier: 'alpha' },
        ],
      ],
    ],
  })
}, 120_000)

const service = (name: string) => ({
  name,
  authority: 'Министерство',
  region: '31',
  kind: 'услуга' as const,
  termDays: 10,
  termUnit: 'рабочие' as const,
  fee: null,
  lifeSituations: ['Переезд', 'Рождение ребёнка'],
})

test('services written into the register go out with the day they were written on', async () => {
  const editor = { who: 'system' as const, at: new Date('2026-06-10T21:30:00Z') }
  await saveService(here.db, '555', service('Первое название'), editor)
  await saveService(here.db, '555', service('Выдача разрешения'), editor)
  await saveService(here.db, '556:v', { ...service('Вариант'), region: null, termDays: null, termUnit: null }, editor)
  // Half past midnight in Moscow.
  expect(await exported(here, '2026-06-10')).toEqual([])
  const files = await exported(here, '2026-06-11')
  expect(files.map(({ name, rows }) => [name, rows])).toEqual(
    ['requests', 'events', 'payments', 'ratings', 'complaints', 'services'].map((kind) => [
      `otklik_20260611_${kind}.csv`,
      kind === 'services' ? 2 : 0,
    ]),
  )
  expect(files.at(-1)?.text).toBe(
    `\uFEFF${[
      columnsOf('services').join(';'),
      '555;;Выдача разрешения;Министерство;31;услуга;10;рабочие;;Переезд|Рождение ребёнка',
      '556;v;Вариант;Министерство;;услуга;;;;Переезд|Рождение ребёнка',
      '',
    ].join('\r\n')}`,
  )
  const { receipt } = await elsewhere.send({ 'services.csv': files.at(-1)?.text ?? '' }, { supplier: 'alpha' })
  expect(receipt).toMatchObject({ verdict: 'accepted', codes: {}, totals: { accepted: 2 } })
  expect(await exported(here, '2026-06-11', ['alpha'])).toMatchObject([
    { supplier: 'alpha', rows: 0 },
    {},
    {},
    {},
    {},
    {},
  ])
})

test('a service that somebody wrote into the register is no unknown one', async () => {
  const asked = csv(
    ['request_id', 'service_id', 'submission_channel', 'region'],
    ['k1', '555', 'ЕПГУ', '31'],
    ['k2', '999', 'ЕПГУ', '31'],
  )
  const parts = here.parts
  here.parts = { ...parts, registered: (ids) => registeredOf(here.db, ids) }
  const { receipt } = await here.send({ 'requests.csv': asked })
  here.parts = parts
  expect(receipt.codes).toEqual({ unknown_service: 1 })
  expect(receipt.samples).toMatchObject([{ row: 2, value: '999' }])
})
