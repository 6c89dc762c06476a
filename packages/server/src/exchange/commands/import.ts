import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { dayOf } from '@otklik/model/days'
import { dayInFigures } from '@otklik/model/print'
import { isIgnored } from '../reading/sources/source.ts'
import { startBar } from '../../cli/terminal/bar.ts'
import { throughDoor } from '../../cli/doors/door.ts'
import { requireThere, sizeOf } from '../../cli/paths.ts'
import { exitStatus, receiptJson, receiptText } from './receipt.ts'
import { dayOption, parse, required, UsageError } from '../../cli/usage.ts'

const options = { supplier: { type: 'string' }, date: { type: 'string' }, json: { type: 'boolean' } } as const

/** `otklik import PATH… --supplier CODE [--date D] [--json]`: all paths together are one package. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals: paths } = parse(args, options, true)
  if (paths.length === 0) throw new UsageError('Не указано, что принять.')
  const supplier = required('supplier', values.supplier)
  const date = pastDay(dayOption('date', values.date))
  await requireThere(paths)
  const files = await filesOf(paths)
  if (files.length === 0) throw new UsageError('В указанных папках нет файлов.')
  const bar = startBar(await sizeOf(paths))
  const receipt = await throughDoor((door) => door.importPackage({ paths: files, supplier, date, bar })).finally(
    bar.stop,
  )
  process.stdout.write(`${values.json ? receiptJson(receipt) : receiptText(receipt)}\n`)
  return exitStatus(receipt)
}

/** The reporting date, today's by default; one that has not come yet is wrong usage, as it is over HTTP. */
function pastDay(asked: string | undefined): string {
  const today = dayOf(new Date())
  if (asked !== undefined && asked > today)
    throw new UsageError(
      `Параметр --date: отчётная дата ${dayInFigures(asked)} ещё не наступила, сегодня ${dayInFigures(today)}.`,
    )
  return asked ?? today
}

/** Files and archives under the paths, with the names they are shown by. */
async function filesOf(paths: readonly string[]): Promise<{ path: string; name: string }[]> {
  const found: { path: string; name: string }[] = []
  for (const path of paths) {
    const info = await stat(path)
    if (!info.isDirectory()) found.push({ path, name: basename(path) })
    else found.push(...(await inFolder(path)))
  }
  return found
}

async function inFolder(folder: string): Promise<{ path: string; name: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), name: entry.name }))
    .filter(({ path }) => !isIgnored(relative(folder, path).split(sep).join('/')))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
