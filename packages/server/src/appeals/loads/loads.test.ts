import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppealLine, AppealsLoad, FileLook, SavedMapping } from '@otklik/model/appeals/api'
import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { officeOverHttp } from '../appeals.fixture.ts'
import { openFile } from './open-file.ts'
import { mappingFrom } from './mappings.ts'
import { runLoad } from './run.ts'
import { readingFolder } from './temp-file.ts'

const office = officeOverHttp()
const MAPPING = {
  header: 3,
  columns: {
    number: '№ обращения',
    kind: 'Вид',
    source: 'Канал',
    received: 'Поступило',
    registered: 'Зарегистрировано',
    duplicate_of: 'Повтор',
    text: 'Содержание',
    applicant: 'Заявитель',
    phone: 'Телефон',
  },
  dates: 'ДД.ММ.ГГГГ',
  values: { source: { ПОС: 'pos', сайт: 'site' }, kind: { жалоба: 'complaint' } },
}
const TITLES = [
  '№ обращения',
  'Вид',
  'Канал',
  'Поступило',
  'Зарегистрировано',
  'Повтор',
  'Содержание',
  'Заявитель',
  'Телефон',
  'Прим.',
]
type Row = readonly string[]
const csvOf = (rows: readonly Row[]): string =>
  ['Выгрузка', '', TITLES.join(';'), ...rows.map((row) => row.join(';'))].join('\r\n')
const good = (number: string, ...more: Row): Row => [
  number,
  'Жалоба',
  'ПОС',
  '20.04.2026',
  '21.04.2026',
  '',
  'Нет справки, звоните 8 910 123-45-67',
  'Заявитель Один',
  '8 910 123-45-67',
  ...more,
]

let mapping: SavedMapping
beforeAll(async () => {
  mapping = (
    await office.post<SavedMapping>('/mappings', { authority: office.authority, name: 'ПОС', mapping: MAPPING })
  ).body
})
const look = async (file: string | Buffer, given: object = MAPPING) =>
  (
    await office.send<FileLook>(
      `/files/look?${new URLSearchParams({ authority: String(office.authority), name: 'ф.csv', mapping: JSON.stringify(given) })}`,
      file,
    )
  ).body
const send = async (file: string | Buffer, name = 'ф.csv') =>
  office.send<AppealsLoad>(
    `/loads?${new URLSearchParams({ authority: String(office.authority), name, mapping: String(mapping.id) })}`,
    file,
  )
const loadOf = async (id: number) => (await office.get<AppealsLoad>(`/loads/${id}`)).body
async function load(file: string | Buffer): Promise<AppealsLoad> {
  const { id } = (await send(file)).body
  await runLoad(office.deps, id)
  return loadOf(id)
}
const sums = ({ read, accepted, set_aside, repeats, codes }: AppealsLoad | FileLook) => ({
  read,
  accepted,
  set_aside,
  repeats,
  codes,
})
const found = async (find: string): Promise<AppealLine[]> =>
  (await office.get<{ rows: AppealLine[] }>(`?find=${encodeURIComponent(find)}`)).body.rows
const BAD: Row = ['A-3', 'Жалоба', '=ПОЧТА', '31.04.2026', '', '', '=1+1', 'Заявитель Три', '007']
const FILE = csvOf([good('A-1'), good('A-2'), good('A-1'), BAD, good('A-4').with(5, 'A-1')])

describe('a file of another system', () => {
  test('is looked at first: nothing is stored, and what is ours is proposed', async () => {
    const seen = await look(FILE)
    expect(sums(seen)).toEqual({
      read: 5,
      accepted: 3,
      set_aside: 1,
      repeats: 1,
      codes: { bad_date: 1, unknown_source: 1 },
    })
    expect(seen).toMatchObject({
      fault: null,
      rows: [{ row: 7, codes: ['bad_date', 'unknown_source'] }],
      words: [{ column: 'source', word: '=ПОЧТА', proposed: null }],
      proposed: { number: '№ обращения', received: 'Поступило', phone: 'Телефон' },
    })
    expect(await found('A-1')).toEqual([])
    const { columns: _, ...without } = MAPPING
    expect(await look(FILE, without)).toMatchObject({
      fault: expect.stringContaining('Столбца «number» в файле нет'),
      titles: TITLES,
    })
    expect(readdirSync(readingFolder(office.deps.dataDir))).toEqual([])
  })

  test('goes in once, whatever comes again', async () => {
    const loaded = await load(FILE)
    expect([loaded.state, sums(loaded)]).toEqual(['done', sums(await lookBefore())])
    const [first] = await found('A-1')
    expect(first).toMatchObject({
      kind: 'complaint',
      source: 'pos',
      registered: '2026-04-21',
      excerpt: 'Нет справки, звоните [телефон]',
    })
    expect((await found('A-4'))[0]).toMatchObject({ state: 'duplicate' })
    expect((await send(FILE)).body.id).toBe(loaded.id)
    const again = await load(`${FILE}\r\n`)
    expect([again.id === loaded.id, sums(again)]).toEqual([
      false,
      { read: 5, accepted: 0, set_aside: 1, repeats: 4, codes: { bad_date: 1, unknown_source: 1 } },
    ])
  })
  const lookBefore = async () => ({ ...(await look(FILE)), accepted: 3, repeats: 1 })

  test.each(['csv', 'xlsx'])('rows set aside are corrected in a %s and sent again', async (format) => {
    const { id } = await load(csvOf([BAD.with(0, `B-${format}`)]))
    const file = await office.download(`/loads/${id}/set-aside?format=${format}`)
    expect((await office.download(`/loads/${id}/set-aside?format=csv`, 'analyst')).status).toBe(403)
    const path = join(office.deps.dataDir, `aside.${format}`)
    writeFileSync(path, file.bytes)
    const { rows, titles } = await openFile(path, mappingFrom(MAPPING))
    let cells: string[] | undefined
    for await (const row of rows) cells ??= row.cells.map(String)
    expect([titles.at(-1), cells?.slice(0, 9), cells?.at(-1)]).toEqual([
      'Что исправить',
      [`B-${format}`, ...BAD.slice(1)],
      expect.stringMatching(/^Строка 4\. Дата не существует/),
    ])
    const corrected = csvOf([cells?.with(2, 'сайт').with(3, '30.04.2026') ?? []])
    expect(sums(await load(corrected))).toEqual({
      read: 1,
      accepted: 0,
      set_aside: 1,
      repeats: 0,
      codes: { date_in_future: 1 },
    })
    expect(sums(await load(corrected.replace('30.04', '20.04')))).toMatchObject({ accepted: 1 })
  })

  test('a workbook with days as dates, as numbers and as text, and a formula', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('Лист')
    sheet.addRows([['Выгрузка'], [], TITLES])
    const row = (number: string, day: exceljs.CellValue) =>
      sheet.addRow([{ formula: `"${number}"`, result: number }, 'Жалоба', 'сайт', day])
    row('C-1', new Date('2026-04-20T00:00:00Z'))
    row('C-2', 46_132)
    row('C-3', '20.04.2026')
    row('C-4', new Date('2026-04-28T00:00:00Z'))
    const loaded = await load(Buffer.from(await book.xlsx.writeBuffer()))
    expect(sums(loaded)).toEqual({ read: 4, accepted: 3, set_aside: 1, repeats: 0, codes: { date_in_future: 1 } })
    expect((await found('C-1'))[0]?.received).toBe('2026-04-20')
    expect((await found('C-2'))[0]?.received).toBe('2026-04-20')
    // The day goes out as the mapping writes days.
    expect((await office.download(`/loads/${loaded.id}/set-aside?format=csv`)).text).toContain(';28.04.2026;')
  })

  test('that does not fit its mapping says so, and may come again', async () => {
    const failed = await load('a;b\r\n\r\nНомер;Вид\r\n1;2')
    expect(failed).toMatchObject({
      state: 'failed',
      trouble: expect.stringContaining('Столбца «№ обращения» (number) в файле нет'),
    })
    expect((await send('a;b\r\n\r\nНомер;Вид\r\n1;2')).body.id).not.toBe(failed.id)
  })

  test('naming another authority, or an original that is not there', async () => {
    const own = 'number;authority;kind;source;received;duplicate_of\n'
    const row = (number: string, authority: string, original = '') =>
      `${number};${authority};review;site;2026-04-20;${original}\n`
    const rows = row('D-1', 'свой орган') + row('D-2', 'Чужой орган') + row('D-3', '', 'A-2') + row('D-4', '', 'D-2')
    expect(await look(own + rows, {})).toMatchObject({
      accepted: 2,
      rows: [
        { row: 3, codes: ['other_authority'] },
        { row: 5, codes: ['unknown_original'] },
      ],
    })
  })
})

test('a reading that is broken off goes on where it was: nothing is lost, nothing is there twice', async () => {
  const COUNT = 2500
  const rows = Array.from({ length: COUNT }, (_, at) => good(`E-${at}`))
  const { id } = (await send(csvOf([...rows, BAD.with(0, 'E-bad')]))).body
  const broken = { ...office.deps, masker: await brokenAfter(1700) }
  await expect(runLoad(broken, id)).rejects.toThrow('killed')
  expect(await loadOf(id)).toMatchObject({ state: 'running', through: 1001 })
  await runLoad(office.deps, id)
  expect(sums(await loadOf(id))).toMatchObject({ read: COUNT + 1, accepted: COUNT, set_aside: 1, repeats: 0 })
  const { rows: counted } = await office.pool.query(
    `SELECT count(*)::int AS n, count(DISTINCT number)::int AS numbers FROM appeals WHERE external_number LIKE 'E-%'`,
  )
  expect(counted).toEqual([{ n: COUNT, numbers: COUNT }])
  const pieces = await office.pool.query('SELECT load_id FROM appeals_load_pieces WHERE load_id = $1', [id])
  expect(pieces.rows).toEqual([])
})

async function brokenAfter(count: number) {
  const mask = await office.deps.masker()
  let left = count
  return async () => (text: string) => {
    if (left-- === 0) throw new Error('killed')
    return mask(text)
  }
}
