import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** Dots of a module of the code: enough for print at any size that is asked for. */
const SCALE = 8

/** A QR code as a PNG, black and white, without a margin. */
export function qrPng(holds: string): Buffer {
  const { data, size } = encode(holds, { border: 0, ecc: 'M' })
  const side = size * SCALE
  const line = (modules: readonly boolean[]): Buffer => {
    const bits = Buffer.alloc(1 + Math.ceil(side / 8))
    // A byte of 8 dots is one module: white is 1.
    for (const [at, dark] of modules.entries()) bits[1 + at] = dark ? 0 : 0xff
    return bits
  }
  const lines = data.flatMap((modules) => Array.from({ length: SCALE }, () => line(modules)))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // One bit a dot, grey.
  head.writeUInt8(1, 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
