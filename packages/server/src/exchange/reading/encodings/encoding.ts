import { isAscii, isUtf8 } from 'node:buffer'
import type { FaultReason } from '../faults/fault.ts'
import { UNDEFINED_BYTE } from './windows1251.ts'

export type Encoding = 'utf-8' | 'windows-1251'

/** So many multi-byte sequences are no chance: the text is UTF-8. */
const SURE = 8
const LF = 0x0a
/** Counting stops here: enough to weigh one encoding against the other. */
const ENOUGH = 10_000

export type EncodingVerdict =
  | { encoding: Encoding }
  | { fault: FaultReason; offset: number }
  | { restart: 'windows-1251' }

/**
 * Decides the encoding of a file part by part. ASCII is the same in both, so a file may turn out to be Windows-1251 at its
 * last megabyte without reading it again; `restart` is only for the rare file whose earlier parts, already handed on as
 * UTF-8, held a few Windows-1251 letters that happen to form valid UTF-8.
 */
export class EncodingTracker {
  #decided: Encoding | undefined
  #forced: boolean
  #sequences = 0

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
    const open = this.#decided === undefined && this.#sequences < SURE
    if (open && looksWindows1251(lines)) this.#decided = 'windows-1251'
  }

  /** @param part whole lines, so no character is cut. */
  accept(part: Buffer): EncodingVerdict {
    if (this.#decided === 'windows-1251') return this.#acceptWindows1251(part)
    if (isUtf8(part)) {
      if (this.#sequences < SURE && !isAscii(part)) this.#sequences += weighUtf8(part, SURE).sequences
      return { encoding: 'utf-8' }
    }
    const weight = weighUtf8(part, ENOUGH)
    const damaged = this.#decided === 'utf-8' || this.#sequences >= SURE || weight.sequences > weight.broken
    if (damaged) return { fault: 'damaged_utf8', offset: weight.firstBroken }
    if (this.#sequences > 0) return { restart: 'windows-1251' }
    this.#decided = 'windows-1251'
    return this.#acceptWindows1251(part)
  }

  #acceptWindows1251(part: Buffer): EncodingVerdict {
    const bad = part.indexOf(UNDEFINED_BYTE)
    const other = this.#forced ? undefined : utf8Line(part)
    if (other !== undefined) return { fault: 'mixed_encodings', offset: other }
    return bad < 0 ? { encoding: 'windows-1251' } : { fault: 'undefined_in_windows_1251', offset: bad }
  }
}

/** Offset of the first line that is UTF-8 beyond chance: hardly any text of Windows-1251 happens to be valid UTF-8. */
function utf8Line(part: Buffer): number | undefined {
  for (let from = 0; from < part.length; ) {
    const lineEnd = part.indexOf(LF, from)
    const to = lineEnd < 0 ? part.length : lineEnd
    const line = part.subarray(from, to)
    if (isUtf8(line) && !isAscii(line) && weighUtf8(line, SURE).sequences >= SURE)
      return from + line.findIndex((byte) => byte > 0x7f)
    from = to + 1
  }
  return undefined
}

function looksWindows1251(part: Buffer): boolean {
  if (isUtf8(part)) return false
  const weight = weighUtf8(part, ENOUGH)
  return weight.sequences <= weight.broken
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
