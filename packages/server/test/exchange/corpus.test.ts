import { describe, expect, test } from 'vitest'
import { testDatabases } from '../support/databases.ts'
import { checkAll } from './checked.ts'
import type { Case } from './corpus/case.ts'
import { excelCases } from './corpus/excel.ts'
import { letterCases } from './corpus/letters.ts'
import { lineCases } from './corpus/lines.ts'
import { packageCases } from './corpus/packages.ts'
import { workbookCases } from './corpus/workbooks.ts'

const databases = testDatabases()
const ofOthers = new Set(['unknown_request', 'unknown_service'])

async function outcome({ files }: Case) {
  const { receipt } = await checkAll(databases, files, '2026-03-14')
  const { read, accepted, quarantined, dropped } = receipt.totals
  const explained = receipt.files.flatMap(({ name, explanations }) => explanations.map((text) => `${name}: ${text}`))
  const told = receipt.samples.map(({ file, line = 0, column, message }) => {
    return `${[file, ...(line > 0 ? [`строка ${line}`] : []), ...(column ? [column] : [])].join(', ')}: ${message}`
  })
  return {
    rows: [read, accepted, quarantined],
    dropped,
    codes: Object.fromEntries(Object.entries(receipt.codes).filter(([code]) => !ofOthers.has(code))),
    refused: receipt.files.flatMap(({ structure }) => structure),
    said: [...explained, ...told].join('\n'),
  }
}

describe.each([
  ['letters', letterCases],
  ['lines', lineCases],
  ['spreadsheets', excelCases],
  ['packages', packageCases],
  ['workbooks', workbookCases],
] as const)('packages as they come: %s', (_, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (__, one) => {
    const { said, ...found } = await outcome(one)
    const { rows, codes = {}, refused = [] } = one
    expect({ ...found, said }).toMatchObject({ rows, dropped: 0, refused, codes })
    expect(found.codes).toEqual(codes)
    for (const phrase of one.said ?? []) expect(said).toMatch(phrase)
    if (one.stored) expect(await databases.clickhouse.query(one.stored[0])).toEqual(one.stored[1])
  })
})
