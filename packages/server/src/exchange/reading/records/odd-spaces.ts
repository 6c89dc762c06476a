import { cellSpaces } from '@otklik/model/exchange'
import type { Chunk } from '../reading.ts'

/** Those beyond ASCII, in UTF-8. */
const wide = cellSpaces.filter((space) => space > '\x7F').map((space) => Buffer.from(space))

/**
 * Whether cells may have spaces around them other than the plain one. Four quick looks at the bytes of a chunk spare nearly
 * every file the slow way of taking them off. An escaped body writes tabs and line breaks of cells with a backslash.
 */
export const hasOddSpaces = (body: Buffer, form: Chunk['form'], delimiter: Chunk['delimiter']): boolean =>
  (form === 'escaped' ? body.includes('\\') : delimiter !== '\t' && body.includes('\t')) ||
  wide.some((space) => body.includes(space))
