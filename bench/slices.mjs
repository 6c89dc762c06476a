// Cuts a file of events, which is in the order of time, into daily packages.
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Writes `count` folders, each with its part of events.csv; the first has the requests too. */
export async function cut(folder, target, count, size) {
  const names = Array.from({ length: count }, (_, i) => join(target, String(i).padStart(2, '0')))
  for (const name of names) mkdirSync(name, { recursive: true })
  await copy(join(folder, 'requests.csv'), join(names[0], 'requests.csv'))
  const source = createReadStream(join(folder, 'events.csv'), { highWaterMark: 1 << 20 })
  let header = ''
  let [slice, written, rest] = [0, 0, Buffer.alloc(0)]
  // Counted over the whole file, so that pieces of the stream don't add up to fewer slices.
  let out
  const next = () => {
    out?.end()
    out = createWriteStream(join(names[slice++], 'events.csv'))
    out.write(header)
  }
  for await (const piece of source) {
    let bytes = Buffer.concat([rest, piece])
    if (header === '') {
      const end = bytes.indexOf(10) + 1
      header = bytes.subarray(0, end).toString()
      bytes = bytes.subarray(end)
      next()
    }
    const whole = bytes.lastIndexOf(10) + 1
    if (written >= (slice * size) / count && slice < count) next()
    if (!out.write(bytes.subarray(0, whole))) await new Promise((resolve) => out.once('drain', resolve))
    written += whole
    rest = Buffer.from(bytes.subarray(whole))
  }
  await new Promise((resolve) => out.end(rest, resolve))
  return names
}

const copy = (from, to) =>
  new Promise((resolve, reject) =>
    createReadStream(from).pipe(createWriteStream(to)).once('finish', resolve).once('error', reject),
  )
