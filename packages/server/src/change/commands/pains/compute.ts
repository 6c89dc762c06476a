import { computePains, isEmpty, type PainMap, type PainsInput, readPains } from '@otklik/model/change/pains'
import { readJsonFile } from '../../../cli/json-file.ts'
import { parse, UsageError } from '../../../cli/usage.ts'
import { tellFaults } from '../json-lines.ts'

/** `otklik pains compute I.json` */
export async function compute(args: readonly string[]): Promise<number> {
  const { positionals } = parse(args, {}, true)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0)
    throw new UsageError('Укажите один файл: otklik pains compute ДАННЫЕ.json.')
  const { map, faults } = await mapOf(path)
  process.stdout.write(`${JSON.stringify(map)}\n`)
  return faults > 0 ? 1 : 0
}

/** The map of a file; what could not be used of it is told, and counted. Nothing that could be is wrong usage. */
export async function mapOf(path: string): Promise<{ map: PainMap; input: PainsInput; faults: number }> {
  const { input, faults } = readPains(await readJsonFile(path))
  tellFaults(path, faults)
  if (isEmpty(input))
    throw new UsageError(
      `${path}: считать нечего, нет ни ответов (respondents), ни отрицательных обращений и отзывов (items).`,
    )
  if (input.respondents.length > 0 && input.respondents.every(({ rating }) => rating === null))
    process.stderr.write(`${path}: ни в одном ответе нет оценки (rating), влияние на удовлетворённость не посчитано.\n`)
  return { map: computePains(input), input, faults: faults.length }
}
