import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AnswerOf, Problem } from '@otklik/model/api'
import type { Progress, Receipt } from '@otklik/model/exchange/api'
import type { readIndicators, readWhy } from '@otklik/model/progress/api'
import { PACKED_NAME } from '@otklik/model/exchange'
import { openPromise } from 'yauzl'
import { makeFolder } from '../../platform/make-folder.ts'
import type { Door, Sending } from './local-door.ts'
import { pack } from '../pack.ts'
import { UsageError } from '../usage.ts'

interface Server {
  readonly url: string
  readonly token: string
}

/** The store behind a running server. */
export function remoteDoor(server: Server): Door {
  return {
    importPackage: (sending) => importPackage(server, sending),
    withdrawPackage: async ({ id, reason }) => {
      const headers = { 'content-type': 'application/json' }
      await ask(server, `/api/packages/${id}/withdraw`, { method: 'POST', body: JSON.stringify({ reason }), headers })
    },
    exportDay: (request) => exportDay(server, request),
    indicators: async (asked, by) => {
      const query = new URLSearchParams({ ...asked, by: by.join(',') })
      const answer = await ask(server, `/api/progress/indicators?${query}`)
      const { rows } = (await answer.json()) as AnswerOf<typeof readIndicators>
      return rows
    },
    why: async (asked, by) => {
      const query = new URLSearchParams({ ...asked, by: by.join(',') })
      return (await (await ask(server, `/api/progress/why?${query}`)).json()) as AnswerOf<typeof readWhy>
    },
  }
}

async function ask({ url, token }: Server, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string> | undefined), authorization: `Bearer ${token}` }
  const answer = await fetch(url + path, { ...init, headers }).catch((error: unknown) => {
    throw new UsageError(`Сервер ${url} не отвечает: ${error instanceof Error ? error.message : String(error)}`)
  })
  if (answer.ok) return answer
  const problem = (await answer.json().catch(() => undefined)) as Problem | undefined
  throw new UsageError(problem ? `${problem.title}. ${problem.detail}` : `Сервер ответил ${answer.status}.`)
}

async function importPackage(server: Server, { paths, supplier, date, bar }: Sending) {
  const [only] = paths
  const folder = paths.length === 1 ? undefined : await mkdtemp(join(tmpdir(), 'otklik-send-'))
  try {
    if (server.token !== '') await knowSupplier(server, supplier)
    const name = paths.length === 1 && only ? only.name : PACKED_NAME
    const path = folder ? await pack(paths, join(folder, PACKED_NAME)) : (only?.path ?? '')
    const query = new URLSearchParams({ supplier, date, name })
    const body = await openAsBlob(path)
    const sent = (await (await ask(server, `/api/packages?${query}`, { method: 'POST', body })).json()) as Receipt
    const receipt = await finished(server, sent, bar)
    return { ...receipt, verdict: receipt.state }
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}

/** On the server's own machine the command may name a new supplier, as it may without a server. */
async function knowSupplier(server: Server, code: string): Promise<void> {
  const answer = await fetch(`${server.url}/api/suppliers`, { headers: { authorization: `Bearer ${server.token}` } })
  if (!answer.ok) return
  const { suppliers } = (await answer.json()) as { suppliers: { code: string }[] }
  if (suppliers.some((supplier) => supplier.code === code)) return
  const body = JSON.stringify({ name: code })
  await ask(server, `/api/suppliers/${encodeURIComponent(code)}`, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/json' },
  })
}

async function finished(server: Server, sent: Receipt, bar: Sending['bar']): Promise<Receipt> {
  let receipt = sent
  // The stream ends with the import; one that was cut off is opened again after a breath.
  for (let pause = 0; receipt.state === 'waiting' || receipt.state === 'working'; pause = 100) {
    await sleep(pause)
    const progress = await ask(server, `/api/packages/${sent.id}/progress`)
    for await (const { rows, bytes, totalBytes } of progressEvents(progress))
      bar.show({ rows, bytes, total: totalBytes })
    receipt = (await (await ask(server, `/api/packages/${sent.id}`)).json()) as Receipt
  }
  if (receipt.failure) throw new UsageError(receipt.failure)
  return receipt
}

async function* progressEvents(answer: Response): AsyncGenerator<Progress> {
  let text = ''
  for await (const piece of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += piece
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('data: ')) yield JSON.parse(line.slice(6)) as Progress
  }
}

async function exportDay(
  server: Server,
  { date, supplier, out }: { date: string; supplier?: string; out: string },
): Promise<number> {
  const query = new URLSearchParams({ date, ...(supplier && { supplier }) })
  const answer = await ask(server, `/api/packages/export?${query}`)
  const folder = await mkdtemp(join(tmpdir(), 'otklik-export-'))
  try {
    const zip = join(folder, 'day.zip')
    // The web stream's type comes from the browser's library, Node's own is the same at run time.
    await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(zip))
    return await unpack(zip, out)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The server's own archive: of every name only its last part counts. */
async function unpack(path: string, out: string): Promise<number> {
  makeFolder(out)
  const zip = await openPromise(path)
  let files = 0
  for await (const entry of zip.eachEntry()) {
    const target = createWriteStream(join(out, basename(entry.fileName)), { flush: true })
    await pipeline(await zip.openReadStreamPromise(entry), target)
    if (entry.fileName.endsWith('.csv')) files++
  }
  return files
}
