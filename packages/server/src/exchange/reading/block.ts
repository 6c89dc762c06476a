const LF = 0x0a
const CR = 0x0d

/** Where bytes gather until they make a chunk. Bodies are cut out of it without copying, so it never reuses their memory. */
export class Block {
  bytes: Buffer
  used = 0
  /** Offset of `bytes[0]` in the file. */
  offset = 0
  readonly #chunkBytes: number

  constructor(chunkBytes: number, expected: number) {
    this.#chunkBytes = Math.max(chunkBytes, 1)
    this.bytes = Buffer.allocUnsafeSlow(Math.min(this.#chunkBytes, Math.max(expected, 16)))
  }

  /** Copies what fits; the answer is the number of bytes taken, 0 when the block is full. */
  take(piece: Buffer, from: number): number {
    if (this.used === this.bytes.length && this.used < this.#chunkBytes) this.#resize(this.used * 4)
    const count = Math.min(piece.length - from, this.bytes.length - this.used)
    piece.copy(this.bytes, this.used, from, from + count)
    this.used += count
    return count
  }

  /** Starts the next block with what stands after `cut`; a block without a cut grows. */
  next(cut: number): void {
    const rest = this.bytes.subarray(cut, this.used)
    const fresh = Buffer.allocUnsafeSlow(Math.max(this.#chunkBytes, rest.length * 2))
    rest.copy(fresh)
    this.bytes = fresh
    this.used = rest.length
    this.offset += cut
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
    this.bytes = bigger
  }
}
