import { createSuggester, readTopicModel, type TopicModel } from '@otklik/model/change/topics'
import { readJsonFile } from '../../../cli/json-file.ts'
import { parse, UsageError } from '../../../cli/usage.ts'
import { stem } from '../../language/stem.ts'
import { answerRecords } from '../json-lines.ts'
import { readText } from '../records.ts'

/** `otklik topics suggest M T.jsonl` */
export async function suggest(args: readonly string[]): Promise<number> {
  const { positionals } = parse(args, {}, true)
  const [model, path, ...more] = positionals
  if (model === undefined || path === undefined || more.length > 0)
    throw new UsageError('Укажите модель и файл: otklik topics suggest МОДЕЛЬ ТЕКСТЫ.jsonl.')
  const suggestFor = createSuggester(await modelOf(model), stem)
  return answerRecords(path, readText, ({ id, text }) => ({ id, ...suggestFor(text) }))
}

async function modelOf(path: string): Promise<TopicModel> {
  const model = readTopicModel(await readJsonFile(path))
  if (model === undefined)
    throw new UsageError(
      `Файл ${path} – не модель тем. Сделайте её: otklik topics learn КОДИРОВАННЫЕ.jsonl --model МОДЕЛЬ.`,
    )
  return model
}
