import type { Buffers } from './buffers.ts'

const LF = 0x0a
const CR = 0x0d
const CTRL_Z = 0x1a
const endings = new Set([CTRL_Z, LF, CR, 0])

export interface BlockOptions {
  readonly chunkBytes: number
  /** Bytes of the first chunk; each after it has twice as many, up to `chunkBytes`. */
  readonly firstBytes?: number | undefined
  /** Bytes in all, as far as is known. */
  readonly expected: number
  /** Where memory comes from and goes back to; fresh memory each time without. */
  readonly buffers?: Buffers | undefined
}

/**
 * Where bytes gather until they make a chunk. A plain body is cut out of it without copying; its memory is used again only
 * once the chunk's owner has released it.
 */
export class Block {
  bytes: Buffer
  used = 0
  /** Offset of `bytes[0]` in the file. */
  offset = 0
  readonly #chunkBytes: number
  readonly #buffers: Buffers | undefined
  /** So many bytes make the next chunk. */
  #enough: number
  /** Someone holds a part of the current memory. */
  #lent = false

  constructor({ chunkBytes, firstBytes = chunkBytes, expected, buffers }: BlockOptions) {
    this.#chunkBytes = Math.max(chunkBytes, 1)
    this.#enough = Math.min(Math.max(firstBytes, 1), this.#chunkBytes)
    this.#buffers = buffers
    this.bytes = this.#memory(Math.min(this.#chunkBytes, Math.max(expected, 16)))
  }

  /** What has been gathered. */
  get filled(): Buffer {
    return this.bytes.subarray(0, this.used)
  }

  /** Leaves out the first bytes. */
  skip(count: number): void {
    this.bytes = this.bytes.subarray(count)
    this.used -= count
    this.offset += count
  }

  /** Copies what fits; the answer is the number of bytes taken, 0 when the block is full. */
  take(piece: Buffer, from: number): number {
    if (this.used === this.bytes.length && this.used < this.#enough) this.#resize(this.used * 4)
    const count = Math.min(piece.length - from, Math.min(this.bytes.length, this.#enough) - this.used)
    piece.copy(this.bytes, this.used, from, from + count)
    this.used += count
    return count
  }

  /** Lets the current memory go with a chunk; the answer gives it back. */
  lend(): () => void {
    const memory = this.bytes.buffer
    let held = true
    this.#lent = true
    return () => {
      if (!held) return
      held = false
      if (memory === this.bytes.buffer) this.#lent = false
      else this.#buffers?.giveBack(memory)
    }
  }

  /** Starts the next block with what stands after `cut`; a block without a cut grows. */
  next(cut: number): void {
    const rest = this.bytes.subarray(cut, this.used)
    this.offset += cut
    this.used = rest.length
    this.#enough = Math.max(Math.min(this.#enough * 2, this.#chunkBytes), rest.length * 2)
    if (cut > 0 && !this.#lent && rest.length * 2 <= this.bytes.length) {
      this.bytes.copyWithin(0, cut, cut + rest.length)
      return
    }
    const fresh = this.#memory(Math.max(this.#chunkBytes, rest.length * 2))
    rest.copy(fresh)
    this.#leave(fresh)
  }

  /** Lets the last memory go; nothing is gathered any more. */
  close(): void {
    this.used = 0
    this.#leave(Buffer.alloc(0))
  }

  /** Whoever holds a part of the memory before gives it back himself. */
  #leave(fresh: Buffer): void {
    if (!this.#lent) this.#buffers?.giveBack(this.bytes.buffer)
    this.bytes = fresh
    this.#lent = false
  }

  #memory(size: number): Buffer {
    return this.#buffers?.take(size) ?? Buffer.allocUnsafeSlow(size)
  }

  /** Takes off the sign that ended a file under DOS, with line ends and zeros around it; the answer is whether there was one. */
  dropEndSign(): boolean {
    let end = this.used
    while (end > 0 && endings.has(this.bytes[end - 1] as number)) end--
    if (!this.bytes.subarray(end, this.used).includes(CTRL_Z)) return false
    // What stands before the sign is the file, its last line end too.
    this.used = end + this.bytes.subarray(end, this.used).indexOf(CTRL_Z)
    return true
  }

  /** Ends the last line as the line before it ends, so that the last row needs no special care. */
  endLastLine(): void {
    if (this.used === 0 || this.bytes[this.used - 1] === LF) return
    const before = this.bytes.subarray(0, this.used).lastIndexOf(LF)
    const crlf = before > 0 && this.bytes[before - 1] === CR && this.bytes[this.used - 1] !== CR
    if (this.used + 2 > this.bytes.length) this.#resize(this.used + 2)
    if (crlf) this.bytes[this.used++] = CR
    this.bytes[this.used++] = LF
  }

  #resize(size: number): void {
    const bigger = Buffer.allocUnsafeSlow(Math.min(size, Math.max(this.#chunkBytes, this.used + 2)))
    this.bytes.copy(bigger, 0, 0, this.used)
    this.#leave(bigger)
  }
}
