import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { setAsideFile } from '../../src/exchange/importing/files.ts'
import { checkFiles, defaultLimits, findPackage } from '../../src/exchange/index.ts'
import { setAsideTable } from '../../src/exchange/writing/set-aside-book.ts'
import { xlsxStream } from '../../src/platform/http/tables/xlsx.ts'
import { testInstallation } from '../support/installation.ts'
import { csv } from './checked.ts'

const otklik = testInstallation()
const titles = ['request_id', 'service_id', 'submission_channel', 'region', 'applicant_kind', 'applicant_hash', 'age']
const hash = '00123456789012345678901234567890'
const rows = [
  ['00042', '0000000000000000001', 'Почта', '01', 'ФЛ', hash, '035'],
  ['420260000000000123', '-10000012345', 'Почта', '31', 'ФЛ', '12e45678901234567890123456789012', '007'],
]

/** What a person does with a workbook: opens it, corrects a column, saves it. */
async function corrected(book: Buffer, column: number, value: string): Promise<Buffer> {
  const opened = new exceljs.Workbook()
  // exceljs asks for an older Buffer; the bytes are the same.
  await opened.xlsx.load(book as unknown as ArrayBuffer)
  opened.worksheets[0]?.eachRow((row, number) => {
    if (number > 1) row.getCell(column).value = value
  })
  return Buffer.from(await opened.xlsx.writeBuffer())
}

test('rows set aside, corrected in a workbook and sent back, are accepted with every zero', async () => {
  const first = await otklik.send({ 'з.csv': csv(titles, ...rows) })
  expect(first.receipt).toMatchObject({ totals: { accepted: 0, quarantined: 2 }, codes: { unknown_channel: 2 } })
  const folder = (await findPackage(otklik.db, first.id))?.folder ?? ''
  const aside = setAsideFile(join(otklik.dataDir, folder), 0)
  const book = await buffer(xlsxStream(await setAsideTable(aside, 'отложенные')))
  const second = await otklik.send({ 'отложенные.xlsx': await corrected(book, 3, 'МФЦ') })
  expect(second.receipt).toMatchObject({ verdict: 'accepted', totals: { read: 2, accepted: 2 } })
  const stored = await otklik.clickhouse.query(
    'SELECT request_id, service_id, region, applicant_hash, age FROM requests ORDER BY age',
  )
  expect(stored).toEqual([
    {
      request_id: '420260000000000123',
      service_id: '-10000012345',
      region: '31',
      applicant_hash: rows[1]?.[5],
      age: '007',
    },
    { request_id: '00042', service_id: '0000000000000000001', region: '01', applicant_hash: hash, age: '035' },
  ])
  const again = await otklik.send({ 'отложенные.xlsx': await corrected(book, 3, 'МФЦ') })
  expect(again.receipt.totals.quarantined).toBe(0)
})

test('a check writes the workbooks beside the CSV where it is asked to', async () => {
  const quarantine = mkdtempSync(join(tmpdir(), 'otklik-books-'))
  const folder = mkdtempSync(join(tmpdir(), 'otklik-books-in-'))
  writeFileSync(join(folder, 'з.csv'), csv(titles, ...rows))
  const parts = { ch: otklik.clickhouse, limits: defaultLimits }
  await checkFiles(parts, { paths: [folder], date: '2026-06-30', quarantine, books: true })
  const book = new exceljs.Workbook()
  await book.xlsx.load(readFileSync(join(quarantine, 'з.set-aside.xlsx')) as unknown as ArrayBuffer)
  expect(book.worksheets[0]?.getCell('A2').value).toBe('00042')
  for (const used of [quarantine, folder]) rmSync(used, { recursive: true })
})
