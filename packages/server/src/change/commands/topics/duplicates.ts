import { duplicatesIn } from '@otklik/model/change/duplicates'
import { parse, UsageError } from '../../../cli/usage.ts'
import { writeLines } from '../../../cli/write-lines.ts'
import { recordsOf, Verdict } from '../json-lines.ts'
import { readText, type TextRecord } from '../records.ts'

/** `otklik topics duplicates T.jsonl`: a line of ids for every group of two texts and more. */
export async function duplicates(args: readonly string[]): Promise<number> {
  const { positionals } = parse(args, {}, true)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0)
    throw new UsageError('Укажите один файл: otklik topics duplicates ТЕКСТЫ.jsonl.')
  const verdict = new Verdict(path)
  const records: TextRecord[] = []
  for await (const record of recordsOf(path, readText, verdict)) records.push(record)
  const groups = duplicatesIn(records.map(({ text }) => text))
  await writeLines(linesOfGroups(groups, records))
  return verdict.status()
}

async function* linesOfGroups(groups: readonly number[][], records: readonly TextRecord[]): AsyncGenerator<string> {
  for (const group of groups) yield JSON.stringify({ ids: group.flatMap((at) => records[at]?.id ?? []) })
}
