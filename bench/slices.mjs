// Cuts a file of events, which is in the order of time, into daily packages, and hands them over as a supplier's system does.
import { createReadStream, createWriteStream, mkdirSync, openAsBlob, readdirSync } from 'node:fs'
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

/**
 * Sends the files of the folders to the server, a package each, one call after another and without waiting for what becomes
 * of them; then waits until the last is in. The answer is the time of it all in ms.
 */
export async function handOver({ url, token }, folders, dateOf) {
  const headers = { authorization: `Bearer ${token}` }
  const call = async (path, init) => {
    const answer = await fetch(url + path, { ...init, headers: { ...headers, ...init?.headers } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const json = { 'content-type': 'application/json' }
  await call('/api/suppliers/bench', { method: 'PUT', body: JSON.stringify({ name: 'bench' }), headers: json })
  const started = performance.now()
  let last
  for (const [index, folder] of folders.entries())
    for (const name of readdirSync(folder).toSorted().toReversed()) {
      const query = new URLSearchParams({ supplier: 'bench', date: dateOf(index), name })
      last = await call(`/api/packages?${query}`, { method: 'POST', body: await openAsBlob(join(folder, name)) })
    }
  while (last.state === 'waiting' || last.state === 'working') {
    await new Promise((resolve) => setTimeout(resolve, 50))
    last = await call(`/api/packages/${last.id}`)
  }
  if (last.state !== 'accepted') throw new Error(`the last slice is ${last.state}`)
  return performance.now() - started
}
