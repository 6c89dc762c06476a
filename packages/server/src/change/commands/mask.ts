import { createMasker } from '@otklik/model/change/masking'
import { parse, UsageError } from '../../cli/usage.ts'
import { openLexicon } from '../language/lexicon.ts'
import { answerRecords } from './json-lines.ts'
import { readText } from './records.ts'

/** `otklik mask T.jsonl`: personal data in texts, replaced; needs no installation. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parse(args, {}, true)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new UsageError('Укажите один файл: otklik mask ТЕКСТЫ.jsonl.')
  const mask = createMasker(await openLexicon())
  return answerRecords(path, readText, ({ id, text }) => ({ id, ...mask(text) }))
}
