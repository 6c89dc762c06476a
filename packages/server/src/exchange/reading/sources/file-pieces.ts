import { open } from 'node:fs/promises'

/** Large enough that calls cost nothing, small enough to stay in the processor's cache until hashed and copied. */
const PIECE_BYTES = 1 << 20

/**
 * The bytes of a file, one piece read ahead. Two buffers take turns – a fresh one for each piece, as a stream does it, costs
 * more than the reading – so a piece is valid only until the next one is asked for.
 */
export async function* filePieces(path: string): AsyncGenerator<Buffer, void> {
  const file = await open(path, 'r')
  const turns = [Buffer.allocUnsafeSlow(PIECE_BYTES), Buffer.allocUnsafeSlow(PIECE_BYTES)] as const
  let ahead = file.read(turns[0])
  try {
    for (let turn = 1; ; turn++) {
      const { bytesRead, buffer } = await ahead
      if (bytesRead === 0) return
      ahead = file.read(turn % 2 === 0 ? turns[0] : turns[1])
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await ahead.catch(() => {})
    await file.close()
  }
}
