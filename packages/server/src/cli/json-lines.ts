import { createReadStream } from 'node:fs'
import { answerOrFault, InputError, type InputFault } from '@otklik/model/inputs'
import { linesOf } from '../platform/lines.ts'
import { requireFile } from './paths.ts'
import { writeLines } from './write-lines.ts'

/**
 * Answers every line of JSON with a line of JSON, in their order and as they come; empty lines are passed over. Reads
 * the file, or the standard input without one. A fault is an answer too; the exit status is 1 where there was any.
 */
export async function answerLines(
  path: string | undefined,
  answer: (given: unknown) => object | InputFault,
): Promise<number> {
  if (path !== undefined) await requireFile(path)
  let faults = 0
  async function* answers(): AsyncGenerator<string> {
    for await (const line of linesOf(path === undefined ? process.stdin : createReadStream(path))) {
      if (line.trim() === '') continue
      const found = answerOrFault(() => answer(parseLine(line)))
      if ('error' in found) faults++
      yield JSON.stringify(found)
    }
  }
  await writeLines(answers())
  return faults === 0 ? 0 : 1
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    const part = line.length > 60 ? `${line.slice(0, 60)}…` : line
    throw new InputError('bad_json', `Строка не разобрана как JSON: «${part}». Запишите на строке один объект целиком.`)
  }
}
