import { effectOf, readEffect } from '@otklik/model/change/effect'
import { readJsonFile } from '../../../cli/json-file.ts'
import { parse, UsageError } from '../../../cli/usage.ts'
import { answerRecords } from '../json-lines.ts'

/** `otklik pains effect I.json|I.jsonl`: one measure, or one a line. */
export async function effect(args: readonly string[]): Promise<number> {
  const { positionals } = parse(args, {}, true)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0)
    throw new UsageError('Укажите один файл: otklik pains effect ДАННЫЕ.json или ДАННЫЕ.jsonl.')
  if (path.endsWith('.jsonl')) return answerRecords(path, readEffect, effectOf)
  process.stdout.write(`${JSON.stringify(effectOf(readEffect(await readJsonFile(path))))}\n`)
  return 0
}
