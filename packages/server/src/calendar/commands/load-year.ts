import { againstTheLaw, readYearTable, type YearTable } from '@otklik/model/calendar'
import { readJsonFile } from '../../cli/json-file.ts'

/** Reads the table of a year and says what in it is doubtful; whether it is kept is told too. */
export async function loadYear(path: string): Promise<YearTable> {
  const table = readYearTable(await readJsonFile(path))
  for (const doubt of againstTheLaw(table)) process.stderr.write(`Проверьте: ${doubt}\n`)
  process.stderr.write(
    `Таблица ${table.year} года верна, но не сохранена: установки нет. Для одного расчёта передайте её в --calendar.\n`,
  )
  return table
}
