import { badLine, judge, type Prepared, readAnswerSet, type Verdict, verdictOf } from '@otklik/model/questionnaires'
import { requireFile } from '../../cli/paths.ts'
import { parse, UsageError } from '../../cli/usage.ts'
import { writeLines } from '../../cli/write-lines.ts'
import { type NumberedLine, numberedLines } from '../../cli/numbered-lines.ts'
import { questionnaireFor } from './read-questionnaire.ts'

/** `otklik answers check Q A.jsonl`; Q is a file or the code of a built-in questionnaire. */
export async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'check') return check(args)
  throw new UsageError('Напишите otklik answers check АНКЕТА ОТВЕТЫ.jsonl.')
}

/** A verdict for each line. Status 0: all fit; 1: some do not. */
async function check(args: readonly string[]): Promise<number> {
  const { positionals } = parse(args, {}, true)
  const [name, file, ...more] = positionals
  if (name === undefined || file === undefined || more.length > 0)
    throw new UsageError('Укажите анкету и файл ответов: otklik answers check АНКЕТА ОТВЕТЫ.jsonl.')
  const form = await questionnaireFor(name)
  let faulty = false
  async function* verdicts(lines: AsyncIterable<NumberedLine>): AsyncGenerator<string> {
    for await (const { text, number } of lines) {
      const verdict = verdictOn(form, text, number)
      faulty ||= !verdict.ok
      yield JSON.stringify(verdict)
    }
  }
  await requireFile(file)
  await writeLines(verdicts(numberedLines(file)))
  return faulty ? 1 : 0
}

function verdictOn(form: Prepared, text: string, number: number): Verdict {
  const set = readAnswerSet(text)
  return set ? verdictOf(set, judge(form, set)) : badLine(number)
}
