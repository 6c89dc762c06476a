import { readdirSync } from 'node:fs'
import type { AppealFile } from '@otklik/model/appeals/api'
import { expect, test } from 'vitest'
import { officeOverHttp } from '../appeals.fixture.ts'
import { callsOn } from '../calls.fixture.ts'
import { appealSources } from '../statements/source.ts'
import { runDaily } from './daily.ts'

const office = officeOverHttp()
const { receive, inWork, step, cardOf } = callsOn(office)
const attach = (id: number, content: string, { name = 'справка.txt', path = 'files', who = 'officer' } = {}) =>
  office.send<AppealFile & { detail: string }>(`/${id}/${path}?name=${encodeURIComponent(name)}`, content, who)
const open = (id: number, file: number, who?: string) =>
  office.download(`/${id}/files/${file}?reason=${encodeURIComponent('Проверить подпись')}`, who)

test('files are told by their content, sealed, and leave for a reason as what is to be saved', async () => {
  const { id } = await inWork()
  const { status, body } = await attach(id, 'Справка Иванова')
  expect([status, body]).toEqual([201, { id: expect.any(Number), of: 'appeal', type: 'text', size: 29 }])
  await attach(id, '%PDF-1.7', { name: 'ответ.pdf', path: 'answer-files', who: 'executor' })
  expect((await cardOf(id)).files.map(({ of, type }) => [of, type])).toEqual([
    ['appeal', 'text'],
    ['answer', 'pdf'],
  ])
  expect((await attach(id, '<html>', { name: 'страница.html' })).body.detail).toContain('не принимаются')
  expect((await attach(id, 'MZ', { name: 'скан.pdf' })).body.detail).toContain('по содержимому не PDF')
  const sent = await open(id, body.id)
  expect([sent.status, sent.text]).toEqual([200, 'Справка Иванова'])
  expect([(await open(id, body.id, 'analyst')).status, (await open(id, body.id, 'foreign')).status]).toEqual([403, 404])
  const { rows } = await office.pool.query(`SELECT entry FROM audit_log WHERE what = 'appeal.file_opened'`)
  expect(rows.map(({ entry }) => JSON.parse(entry).after)).toEqual([{ file: body.id, reason: 'Проверить подпись' }])
  for (let at = 2; at < 20; at++) await attach(id, `Лист ${at}`)
  expect((await attach(id, 'Лист 21')).body.detail).toContain('приложено 20 файлов, больше нельзя')
})

test('a dump of the database and the folder of files hold no trace of what was erased', async () => {
  const TRACES = ['Неповторимов', 'unique@example.test', '8 910 777-66-55', 'Тайная справка', 'приложение-неповторимое']
  office.now = new Date('2026-05-04T09:00:00Z')
  const contact = { name: 'Неповторимов', mail: 'unique@example.test', phone: '8 910 777-66-55', address: null }
  const about = { kind: 'review', received: '2026-05-04', rule: 'review.answer', contact } as const
  const { id, code } = await inWork({ ...about, text: 'Не дозвониться, мой телефон 8 910 777-66-55' })
  const other = await receive()
  await attach(id, 'Тайная справка', { name: 'приложение-неповторимое.txt' })
  // The same content beside another appeal stays.
  const kept = (await attach(other.id, 'Тайная справка')).body
  const sealed = await sealedOf(id)
  expect((await dump()).filter((row) => sealed.some((text) => row.includes(text)))).not.toEqual([])
  const answer = { outcome: 'satisfied', text: 'Ответили по 8 910 777-66-55.', way: 'mail', publish: true }
  await step(id, 'answer', answer, 'executor')
  await office.form('/t/solved', { code, solved: 'yes' })
  const afterAnswer = [...sealed, ...(await sealedOf(id))]
  await runDaily(office.deps, new Date('2026-05-05T03:00:00Z'))
  const rows = await dump()
  for (const trace of [...TRACES, ...afterAnswer]) expect(rows.filter((row) => row.includes(trace))).toEqual([])
  expect(readdirSync(office.deps.dataDir, { recursive: true })).toEqual([])
  expect((await cardOf(id)).files).toEqual([])
  expect((await open(other.id, kept.id)).text).toBe('Тайная справка')
})

/** What is sealed of an appeal, and what it is found by: as it stands in the tables. */
async function sealedOf(id: number): Promise<string[]> {
  const { rows } = await office.pool.query<{ sealed: string | null }>(
    `SELECT unnest(ARRAY[original_sealed, contact_sealed, contact_key, answer_sealed, code_hash]) AS sealed
       FROM appeals WHERE id = $1
     UNION ALL SELECT name_sealed FROM appeals_files WHERE appeal_id = $1
     UNION ALL SELECT encode(p.bytes, 'hex') FROM kept_file_pieces AS p
       JOIN appeals_files AS f ON f.file_id = p.file_id WHERE f.appeal_id = $1`,
    [id],
  )
  return rows.flatMap(({ sealed }) => sealed ?? [])
}

/** Every row of every table, as a dump has it. */
async function dump(): Promise<string[]> {
  const tables = await office.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  )
  const rows: string[] = []
  for (const { name } of tables.rows) {
    const found = await office.pool.query<{ row: string }>(`SELECT to_json(t)::text AS row FROM ${name} AS t`)
    rows.push(...found.rows.map(({ row }) => row))
  }
  return rows
}

test('what was written about services is handed over masked, month by month', async () => {
  office.now = new Date('2026-06-02T09:00:00Z')
  const fields = { received: '2026-06-01', service: '1000000001', kind: 'proposal', source: 'pos' } as const
  const { id } = await receive({ ...fields, text: 'Добавьте окно. Звоните 8 910 123-45-67.' })
  await receive({ ...fields, kind: 'complaint' })
  await receive({ ...fields, service: null })
  const batches = await Promise.all(appealSources(office.db).map(async (one) => [one.source, await one.batches()]))
  expect(batches).toEqual([
    ['complaint', [{ batch: '2026-06', statements: 1 }]],
    ['appeal', [{ batch: '2026-06', statements: 1 }]],
  ])
  const read = []
  for await (const batch of appealSources(office.db)[1]?.read(['2026-06']) ?? []) read.push(batch)
  expect(read).toEqual([
    {
      batch: '2026-06',
      texts: [
        {
          key: String(id),
          process: '1000000001',
          channel: 'Платформа обратной связи',
          day: '2026-06-01',
          text: 'Добавьте окно. Звоните [телефон].',
          rating: null,
          request: null,
        },
      ],
    },
  ])
})
