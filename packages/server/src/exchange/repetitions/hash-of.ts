import { createHash } from 'node:crypto'
import { FaultError, type Source } from '../reading/index.ts'

/** SHA-256 of a source's bytes, hexadecimal; undefined where they can't be read to the end, which the reading tells. */
export async function hashOf(source: Source): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const piece of source.open()) hash.update(piece)
  } catch (error) {
    if (error instanceof FaultError) return undefined
    throw error
  }
  return hash.digest('hex')
}
