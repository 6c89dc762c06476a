const PIECE_BYTES = 1024 ** 2

/** The bytes in pieces of 1 MiB, the last one shorter; at least one, be it empty. */
export async function* piecesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    waiting.push(chunk)
    size += chunk.length
    while (size >= PIECE_BYTES) {
      const whole = Buffer.concat(waiting)
      yield whole.subarray(0, PIECE_BYTES)
      waiting = [whole.subarray(PIECE_BYTES)]
      size -= PIECE_BYTES
    }
  }
  yield Buffer.concat(waiting)
}
