import { isAscii, isUtf8 } from 'node:buffer'
import type { FaultReason } from '../faults/fault.ts'
import { type CodePage, UNDEFINED_BYTE } from './code-pages.ts'
import { LetterStatistics } from './letter-statistics.ts'

/** How the bytes of a file become letters. */
export type Encoding = 'utf-8' | CodePage

/** So many multi-byte sequences are no chance: the text is UTF-8. */
const SURE = 8
/** In one line fewer are enough: letters of one byte follow each other so only by a rare chance. */
const SURE_IN_LINE = 3
const LF = 0x0a
/** Counting stops here: enough to weigh one encoding against the other. */
const ENOUGH = 10_000

export type EncodingVerdict = { encoding: Encoding } | { fault: FaultReason; offset: number } | { restart: CodePage }

/**
 * Decides the encoding of a file part by part. ASCII is the same in all, so a file may turn out to be Windows-1251 at its
 * last megabyte without reading it again; `restart` is only for the rare file whose earlier parts, already handed on, were
 * read in another encoding than all of its letters together say.
 */
export class EncodingTracker {
  #decided: Encoding | undefined
  #forced: boolean
  #sequences = 0
  readonly #letters = new LetterStatistics()

  constructor(forced?: Encoding) {
    this.#decided = forced
    this.#forced = forced !== undefined
  }

  get encoding(): Encoding {
    return this.#decided ?? 'utf-8'
  }

  /** A byte order mark leaves no choice. */
  settle(encoding: Encoding): void {
    this.#decided = encoding
    this.#forced = true
  }

  /** One look ahead at all the lines at hand: an ASCII header says nothing, the rows after it do. */
  preview(lines: Buffer): void {
    if (this.#decided !== undefined || this.#sequences >= SURE || isUtf8(lines)) return
    const weight = weighUtf8(lines, ENOUGH)
    if (weight.sequences > weight.broken) return
    this.#letters.add(lines)
    this.#decided = this.#letters.page()
  }

  /** @param part whole lines, so no character is cut. */
  accept(part: Buffer): EncodingVerdict {
    if (this.#decided !== undefined && this.#decided !== 'utf-8') return this.#acceptPage(part, this.#decided)
    if (isUtf8(part)) {
      if (this.#sequences < SURE && !isAscii(part)) this.#sequences += weighUtf8(part, SURE).sequences
      return { encoding: 'utf-8' }
    }
    const weight = weighUtf8(part, ENOUGH)
    const damaged = this.#decided === 'utf-8' || this.#sequences >= SURE || weight.sequences > weight.broken
    if (damaged) return { fault: this.#damageAt(part, weight.firstBroken), offset: weight.firstBroken }
    this.#letters.add(part)
    const page = this.#letters.page()
    if (this.#sequences > 0) return { restart: page }
    this.#decided = page
    return this.#acceptPage(part, page)
  }

  /** A line of letters in another encoding was put into the file; anything else was broken on the way. */
  #damageAt(part: Buffer, at: number): FaultReason {
    const letters = new LetterStatistics()
    letters.add(lineAt(part, at))
    return letters.looksRussian ? 'mixed_encodings' : 'damaged_utf8'
  }

  #acceptPage(part: Buffer, page: CodePage): EncodingVerdict {
    if (this.#forced) return this.#undefinedIn(part, page)
    const other = utf8Line(part)
    if (other !== undefined) return { fault: 'mixed_encodings', offset: other }
    if (!this.#letters.sure) {
      this.#letters.add(part)
      const better = this.#letters.page()
      if (better !== page) return { restart: better }
    }
    return this.#undefinedIn(part, page)
  }

  #undefinedIn(part: Buffer, page: CodePage): EncodingVerdict {
    const bad = page === 'windows-1251' ? part.indexOf(UNDEFINED_BYTE) : -1
    return bad < 0 ? { encoding: page } : { fault: 'undefined_in_windows_1251', offset: bad }
  }
}

function lineAt(part: Buffer, at: number): Buffer {
  const end = part.indexOf(LF, at)
  return part.subarray(at === 0 ? 0 : part.lastIndexOf(LF, at) + 1, end < 0 ? part.length : end)
}

/** Offset of the first line that is UTF-8 beyond chance: hardly any text of one byte a letter happens to be valid UTF-8. */
function utf8Line(part: Buffer): number | undefined {
  for (let from = 0; from < part.length; ) {
    const lineEnd = part.indexOf(LF, from)
    const to = lineEnd < 0 ? part.length : lineEnd
    const line = part.subarray(from, to)
    if (isUtf8(line) && !isAscii(line) && weighUtf8(line, SURE_IN_LINE).sequences >= SURE_IN_LINE)
      return from + line.findIndex((byte) => byte > 0x7f)
    from = to + 1
  }
  return undefined
}

interface Weight {
  /** Valid multi-byte sequences. */
  sequences: number
  /** Bytes above 127 that belong to none. */
  broken: number
  firstBroken: number
}

function weighUtf8(bytes: Buffer, enough: number): Weight {
  const weight: Weight = { sequences: 0, broken: 0, firstBroken: -1 }
  const valid = isUtf8(bytes)
  for (let i = 0; i < bytes.length; ) {
    if ((bytes[i] as number) < 0x80) {
      i++
      continue
    }
    const length = sequenceLength(bytes, i)
    if (length > 0) weight.sequences++
    else if (weight.broken++ === 0) weight.firstBroken = i
    i += length || 1
    const counted = weight.sequences + weight.broken >= enough
    if (counted && (valid || weight.firstBroken >= 0)) break
  }
  return weight
}

/** Length of the valid UTF-8 sequence at `at`, 0 where there is none (RFC 3629: no overlong forms, no surrogates). */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] as number
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  if (length === 0 || at + length > bytes.length) return 0
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0
}
