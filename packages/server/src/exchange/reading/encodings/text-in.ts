import { pageToUtf8 } from './code-pages.ts'
import type { Encoding } from './encoding.ts'

/** A few bytes as text. */
export const textIn = (bytes: Buffer, encoding: Encoding): string =>
  (encoding === 'utf-8' ? bytes : pageToUtf8(bytes, encoding)).toString('utf8')
