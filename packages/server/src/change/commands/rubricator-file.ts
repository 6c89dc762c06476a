import { type Rubricator, readRubricator } from '@otklik/model/change/rubricator'
import { readJsonFile } from '../../cli/json-file.ts'
import { UsageError } from '../../cli/usage.ts'

/** The rubricator of a file; otherwise wrong usage, with every fault named. */
export async function rubricatorOf(path: string): Promise<Rubricator> {
  const read = readRubricator(await readJsonFile(path))
  if ('rubricator' in read) return read.rubricator
  const lines = read.faults.map(({ path: at, message }) => (at === '' ? message : `${at}: ${message}`))
  throw new UsageError([`Рубрикатор ${path} не принят.`, ...lines].join('\n'))
}
