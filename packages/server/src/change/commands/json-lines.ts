import { answerOrFault, InputError } from '@otklik/model/inputs'
import { numberedLines } from '../../cli/numbered-lines.ts'
import { requireFile } from '../../cli/paths.ts'
import { writeLines } from '../../cli/write-lines.ts'

/** A record out of the value of a line; throws an input error that says what is wrong with it. */
export type Reader<T> = (value: unknown) => T

/** Tells what could not be used of a file, a line each. */
export function tellFaults(
  path: string,
  faults: readonly { readonly place: string; readonly message: string }[],
): void {
  for (const { place, message } of faults) process.stderr.write(`${path}, ${place}: ${message}\n`)
}

/** What went wrong with single lines of a file, told as it happens, and the exit status that follows from it. */
export class Verdict {
  readonly #path: string
  #good = 0
  #bad = 0

  constructor(path: string) {
    this.#path = path
  }

  good(): void {
    this.#good++
  }

  /** `place` names what failed: «строка 3», «respondents[4]». */
  bad(place: string, sentence: string): void {
    this.#bad++
    tellFaults(this.#path, [{ place, message: sentence }])
  }

  /** Whether any line failed. */
  failed(): boolean {
    return this.#bad > 0
  }

  /** 0 everything could be used, 1 some lines could not, 2 there was nothing to use. */
  status(): number {
    if (this.#good === 0 && this.#bad === 0) process.stderr.write(`${this.#path}: файл пуст, читать нечего.\n`)
    if (this.#good === 0) return 2
    return this.#bad === 0 ? 0 : 1
  }
}

/** The records of a file of JSON lines one by one; the lines that hold none are told to the verdict. */
export async function* recordsOf<T extends object>(path: string, read: Reader<T>, verdict: Verdict): AsyncGenerator<T> {
  await requireFile(path)
  for await (const { text, number } of numberedLines(path)) {
    const record = answerOrFault(() => read(parsed(number === 1 ? text.replace(/^\uFEFF/, '') : text)))
    if ('error' in record) verdict.bad(`строка ${number}`, record.error.message)
    else {
      verdict.good()
      yield record
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new InputError('bad_json', 'Это не JSON. Запишите на каждой строке один объект целиком.')
  }
}

/** Answers every record of a file with a line of JSON, as they come, and gives the exit status. */
export async function answerRecords<T extends object>(
  path: string,
  read: Reader<T>,
  answer: (record: T) => object,
): Promise<number> {
  const verdict = new Verdict(path)
  async function* answers(): AsyncGenerator<string> {
    for await (const record of recordsOf(path, read, verdict)) yield JSON.stringify(answer(record))
  }
  await writeLines(answers())
  return verdict.status()
}
