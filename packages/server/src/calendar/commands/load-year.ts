import { OPERATOR } from '@otklik/model/access'
import { againstTheLaw, readYearTable, type YearTable } from '@otklik/model/calendar'
import { readJsonFile } from '../../cli/json-file.ts'
import { readConfig } from '../../platform/config.ts'
import { hasInstallation } from '../../platform/engines/attach.ts'

/** Reads the table of a year, says what in it is doubtful, and keeps it where there is an installation. */
export async function loadYear(path: string): Promise<YearTable> {
  const table = readYearTable(await readJsonFile(path))
  for (const doubt of againstTheLaw(table)) process.stderr.write(`Проверьте: ${doubt}\n`)
  process.stderr.write(`${await keep(table)}\n`)
  return table
}

async function keep(table: YearTable): Promise<string> {
  const config = readConfig(process.env)
  const { year } = table
  if (!hasInstallation(config))
    return `Таблица ${year} года верна, но не сохранена: установки нет. Для одного расчёта передайте её в --calendar.`
  const { throughDatabase } = await import('../../cli/doors/through-database.ts')
  const { fieldsOf, saveYear } = await import('../save-year.ts')
  await throughDatabase(config, (db) => saveYear(db, year, fieldsOf(table), { who: OPERATOR, at: new Date() }))
  return `Таблица ${year} года внесена в производственный календарь.`
}
