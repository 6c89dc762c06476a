import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kindRules } from '@otklik/model/exchange'
import { checkFiles, defaultLimits, type KeptReceipt } from '../../src/exchange/index.ts'
import { readAll, sourceOf } from '../../src/exchange/reading/reading.fixture.ts'
import type { TestDatabases } from '../support/databases.ts'

export type Files = Readonly<Record<string, string | Buffer>>
/** A row set aside, by the titles of its file. */
export type SetAsideRow = Readonly<Record<string, string>>
export interface Checked {
  readonly receipt: KeptReceipt
  /** Files with rows set aside, as they were written, by name. */
  readonly written: Files
  /** Rows of those files, file after file. */
  readonly setAside: readonly SetAsideRow[]
}

/** Checks files as `otklik check` does, in the database of the test; its staging area keeps what went through. */
export async function checkAll(
  { clickhouse }: Pick<TestDatabases, 'clickhouse'>,
  files: Files,
  date = '2026-06-30',
): Promise<Checked> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-check-test-'))
  const quarantine = mkdtempSync(join(tmpdir(), 'otklik-aside-test-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const receipt = await checkFiles({ ch: clickhouse, limits: defaultLimits }, { paths: [folder], date, quarantine })
    const names = readdirSync(quarantine).sort()
    const written = Object.fromEntries(names.map((name) => [name, readFileSync(join(quarantine, name))]))
    const tables = await Promise.all(Object.values(written).map(readTable))
    return { receipt, written, setAside: tables.flat() }
  } finally {
    rmSync(folder, { recursive: true })
    rmSync(quarantine, { recursive: true })
  }
}

/** Rows of a CSV by the titles of its header. */
export async function readTable(content: string | Buffer): Promise<SetAsideRow[]> {
  const { rows, result } = await readAll(sourceOf(content))
  const titles = result.header?.cells ?? []
  return rows.map((cells) => Object.fromEntries(titles.map((title, i) => [title, cells[i] ?? ''])))
}

const quoted = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
export const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(';')}\n`).join('')

/** The columns of a kind in their order. */
export const columnsOf = (kind: keyof typeof kindRules): string[] => kindRules[kind].columns.map(({ name }) => name)
