import { writeFile } from 'node:fs/promises'
import { round4OrNull } from '@otklik/model/indicators'
import { type Rubricator, topicsWithoutWords } from '@otklik/model/change/rubricator'
import { type CodedText, learnTopics, type TopicModel } from '@otklik/model/change/topics'
import { parse, required, UsageError } from '../../../cli/usage.ts'
import { stem } from '../../language/stem.ts'
import { codedReader } from '../coded.ts'
import { recordsOf, Verdict } from '../json-lines.ts'
import { rubricatorOf } from '../rubricator-file.ts'

const options = { rubricator: { type: 'string' }, model: { type: 'string' } } as const

/** `otklik topics learn CODED.jsonl [--rubricator R.json] --model M` */
export async function learn(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options, true)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0)
    throw new UsageError('Укажите один файл: otklik topics learn КОДИРОВАННЫЕ.jsonl --model МОДЕЛЬ.')
  const out = required('model', values.model)
  const rubricator = values.rubricator === undefined ? null : await rubricatorOf(values.rubricator)
  const verdict = new Verdict(path)
  const coded: CodedText[] = []
  for await (const record of recordsOf(path, codedReader(rubricator), verdict))
    if (record.codes.length > 0) coded.push(record)
  const model = learnTopics(coded, rubricator, stem)
  const idle = rubricator === null ? 0 : tellIdleTopics(values.rubricator ?? '', rubricator, coded)
  requireUse(model, verdict, path)
  await writeFile(out, `${JSON.stringify(model)}\n`)
  process.stdout.write(`${JSON.stringify(answerOf(model))}\n`)
  return verdict.failed() || idle > 0 ? 1 : 0
}

function answerOf({ texts, codes, quality }: TopicModel) {
  const { top1, top3, macro_f1 } = quality
  return {
    texts,
    codes: codes.length,
    top1: round4OrNull(top1),
    top3: round4OrNull(top3),
    macro_f1: round4OrNull(macro_f1),
  }
}

/** Topics that nothing can ever suggest; how many there are. */
function tellIdleTopics(path: string, rubricator: Rubricator, coded: readonly CodedText[]): number {
  const used = new Set(coded.flatMap(({ codes }) => codes))
  const idle = topicsWithoutWords(rubricator).filter(({ code }) => !used.has(code))
  for (const { code } of idle)
    process.stderr.write(
      `${path}: у темы «${code}» нет ни слов, ни закодированных текстов, предлагать её не по чему. Добавьте слова или закодируйте ею тексты.\n`,
    )
  return idle.length
}

/** A model must have something to suggest by. */
function requireUse({ learned, rubricator, texts }: TopicModel, verdict: Verdict, path: string): void {
  if (learned !== null || (rubricator?.topics ?? []).some(({ words }) => words.length > 0)) return
  verdict.status()
  throw new UsageError(
    `${path}: учить нечему, пригодных текстов ${texts}. Нужны хотя бы два похожих текста и две темы, или рубрикатор со словами (--rubricator).`,
  )
}
