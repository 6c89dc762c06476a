import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { xlsxStream } from '../../platform/http/tables/xlsx.ts'
import { openSources } from '../reading/index.ts'
import { readAll } from '../reading/reading.fixture.ts'
import { writeCsv } from './csv.ts'
import { setAsideTable } from './set-aside-book.ts'

test('rows set aside come back from a workbook as they were, whatever a spreadsheet would make of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'otklik-aside-book-'))
  const titles = ['request_id', 'rated_at', 'score', 'review', '_row', '_codes', '_messages']
  const rows = [
    ['00042', '12.03.2026 09:05:00', '9', '=HYPERLINK("http://example.ru")', '1', 'bad_score', 'Оценка.'],
    ['420260000000000123', '01.03.2026', '1E5', '-10000012345', '2', 'bad_score', 'Оценка.'],
    ['З-3', '', '', 'две\nстроки', '3', 'required', 'Нет.'],
  ]
  const tooShort = ['З-4', '12.03.2026', '', '', '4', 'row_width', 'Ячеек: 2.', '']
  const tooLong = ['З-5', '12.03.2026', '5', 'а', '5', 'row_width', 'Ячеек: 6.', 'б', 'в']
  const csv = join(folder, 'aside.csv')
  await writeFile(csv, await buffer(writeCsv(titles, [...rows, tooShort, tooLong], { neutralise: true })))
  const book = join(folder, 'aside.xlsx')
  await writeFile(book, await buffer(xlsxStream(await setAsideTable(csv, 'отложенные'))))
  const opened = await openSources([book])
  const [source] = opened.sources
  if (!source) throw new Error('no sheet')
  const read = await readAll(source)
  opened.close()
  await rm(folder, { recursive: true })
  expect(read.result.header?.cells).toEqual(titles)
  expect(read.rows.slice(0, 3)).toEqual(rows)
  expect(read.rows.slice(3).map((cells) => cells.length)).toEqual([8, 8])
  expect(read.rows[4]?.[7]).toBe('б | в')
})
