import { agreementOf, type Coding } from '@otklik/model/change/agreement'
import { parse, UsageError } from '../../../cli/usage.ts'
import { readCoding } from '../coded.ts'
import { recordsOf, Verdict } from '../json-lines.ts'

/** `otklik topics agree A B`: how far two coders agree over the texts that both coded. */
export async function agree(args: readonly string[]): Promise<number> {
  const { positionals } = parse(args, {}, true)
  const [first, second, ...more] = positionals
  if (first === undefined || second === undefined || more.length > 0)
    throw new UsageError('Укажите файлы двух кодировщиков: otklik topics agree A.jsonl B.jsonl.')
  const [one, other] = [await codingOf(first), await codingOf(second)]
  const statuses = [one.verdict.status(), other.verdict.status()]
  if (statuses.includes(2)) return 2
  const agreement = agreementOf(one.coding, other.coding)
  if (agreement.n === 0) throw new UsageError(`В файлах ${first} и ${second} нет общих текстов: ни одно id не совпало.`)
  process.stdout.write(`${JSON.stringify(agreement)}\n`)
  return Math.max(...statuses)
}

async function codingOf(path: string): Promise<{ coding: Coding; verdict: Verdict }> {
  const verdict = new Verdict(path)
  const coding = new Map<string | number, readonly string[]>()
  for await (const { id, codes } of recordsOf(path, readCoding, verdict)) coding.set(id, codes)
  return { coding, verdict }
}
