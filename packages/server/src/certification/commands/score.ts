import { scoreOf } from '@otklik/model/certification/score'
import { answerLines } from '../../cli/json-lines.ts'
import { parse, UsageError } from '../../cli/usage.ts'

/** `otklik score [FILE]`: a line of JSON for each, out of the file or the standard input; 1: some were wrong. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals: paths } = parse(args, {}, true)
  if (paths.length > 1) throw new UsageError('Укажите один файл или передайте строки на стандартный ввод.')
  return answerLines(paths[0], scoreOf)
}
