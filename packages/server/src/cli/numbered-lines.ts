import { createReadStream } from 'node:fs'
import { linesOf } from '../platform/lines.ts'

/** A person's answers are some kilobytes, a text a megabyte at most; a line longer than this is neither, and is cut. */
const LONGEST = 4 * 2 ** 20

/** A line of a file and its number from 1. */
export interface NumberedLine {
  readonly text: string
  readonly number: number
}

/** The lines of a file, empty ones passed over but counted. */
export async function* numberedLines(file: string): AsyncGenerator<NumberedLine> {
  let number = 0
  for await (const text of linesOf(createReadStream(file), { longest: LONGEST })) {
    number++
    if (text.trim() !== '') yield { text, number }
  }
}
