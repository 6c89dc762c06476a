import { proposeSurveys, readPropose } from '@otklik/model/change/further'
import { readJsonFile } from '../../../cli/json-file.ts'
import { parse, UsageError } from '../../../cli/usage.ts'
import { tellFaults } from '../json-lines.ts'

/** `otklik pains propose I.json` */
export async function propose(args: readonly string[]): Promise<number> {
  const { positionals } = parse(args, {}, true)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0)
    throw new UsageError('Укажите один файл: otklik pains propose ДАННЫЕ.json.')
  const { input, faults } = readPropose(await readJsonFile(path))
  tellFaults(path, faults)
  if (input.processes.length === 0)
    throw new UsageError(`${path}: предлагать не для чего, ни одного процесса (processes) нет.`)
  process.stdout.write(`${JSON.stringify(proposeSurveys(input))}\n`)
  return faults.length > 0 ? 1 : 0
}
