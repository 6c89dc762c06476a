/**
 * Memory for chunks, used again and again. Of fresh memory for each chunk the collector counts the bytes, and looks through the
 * whole heap of a server for what is free every few chunks.
 */
export class Buffers {
  readonly size: number
  readonly #free: ArrayBufferLike[] = []

  /** @param size of each buffer, in bytes. */
  constructor(size: number) {
    this.size = size
  }

  /** A buffer of at least so many bytes; what it holds is anything. */
  take(bytes: number): Buffer {
    if (bytes > this.size) return Buffer.allocUnsafeSlow(bytes)
    const memory = this.#free.pop()
    return memory ? Buffer.from(memory) : Buffer.allocUnsafeSlow(this.size)
  }

  /** Gives the memory of a buffer back; larger ones than usual are let go. */
  giveBack(memory: ArrayBufferLike): void {
    if (memory.byteLength === this.size) this.#free.push(memory)
  }
}
