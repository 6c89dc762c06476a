import { asSeen, hasUnseen } from '@otklik/model/letters'

const LF = 0x0a

/**
 * The lines as they look: without characters that nobody sees, letters and the signs over them as one character.
 * @returns the rows that changed, 0 = the first here.
 */
export function withoutUnseen(body: Buffer): { body: Buffer; rows: number[] } {
  const lines: Buffer[] = []
  const rows: number[] = []
  let row = 0
  for (let from = 0; from < body.length; row++) {
    const to = body.indexOf(LF, from) + 1
    const line = body.subarray(from, to)
    const text = line.toString()
    const seen = hasUnseen(text) ? asSeen(text) : text
    if (seen !== text) rows.push(row)
    lines.push(seen === text ? line : Buffer.from(seen))
    from = to
  }
  return { body: Buffer.concat(lines), rows }
}
