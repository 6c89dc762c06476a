import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { QueryOf } from '@otklik/model/api'
import { actsFor, type Principal, reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/exchange/api'
import { requireSupplier } from '../access/index.ts'
import type { ClickHouse } from '../platform/clickhouse/client.ts'
import {
  type App,
  asDownload,
  type Origin,
  refusalOf,
  sendTable,
  serve,
  serveUpload,
  sse,
} from '../platform/http/index.ts'
import { problem, problems } from '../platform/problems/index.ts'
import type { Db } from '../platform/postgres/open.ts'
import { readCalendar } from './packages/calendar.ts'
import { calendarTable } from './packages/calendar-table.ts'
import type { Changes } from './changes.ts'
import { setAsideFile } from './importing/files.ts'
import { setAsideTable } from './writing/set-aside-book.ts'
import { findPackage, type LedgerRow } from './packages/ledger.ts'
import { listPackages, sendPackageTable } from './packages/list.ts'
import { futureDate, supplierMissing } from './problems.ts'
import { countCodes } from './packages/remarks.ts'
import { remarksTable } from './packages/remarks-table.ts'
import { progressOf, receiptOf, receivedBefore } from './packages/receipt.ts'
import { receiptTable } from './packages/receipt-table.ts'
import { serveCodePages } from './packages/code-pages.ts'
import { feedRoutes } from './feed/routes.ts'
import { type ReceiveParts, receivePackage } from './receiving/receive.ts'
import { withdrawPackage } from './withdrawing/withdraw.ts'
import { packageTrials } from './trying/try-package.ts'
import { zipDay } from './writing/zip-day.ts'

/** A check is made again and again while a file is being mended; a whole day is checked when it is sent. */
const LARGEST_TRIAL = 64 << 20

export interface ExchangeRouteParts extends ReceiveParts {
  readonly ch: ClickHouse
  readonly maxUploadBytes: number
  readonly today: () => string
  readonly changes: Changes
}

interface Upload {
  readonly query: QueryOf<typeof contract.sendPackage>
  readonly who: Principal
  readonly from: Origin
  readonly body: Readable
}

/** Registers the calls of this context: packages in, their receipts, the calendar of what came. */
export function exchangeRoutes(app: App, parts: ExchangeRouteParts): void {
  uploadRoute(app, parts)
  listRoutes(app, parts)
  packageRoutes(app, parts)
  withdrawRoute(app, parts)
  feedRoutes(app, parts)
  serveCodePages(app)
}

function uploadRoute(app: App, parts: ExchangeRouteParts): void {
  const limits = { maxBytes: parts.maxUploadBytes, perMinute: 600 }
  serveUpload(app, contract.sendPackage, (call) => send(parts, call), limits)
  const tryPackage = packageTrials()
  serveUpload(
    app,
    contract.checkPackage,
    ({ query: { date = parts.today(), name = 'package.csv' }, body }) => tryPackage({ date, name, body }),
    { maxBytes: LARGEST_TRIAL, perMinute: 60 },
  )
}

async function send(parts: ExchangeRouteParts, { query, who, from, body }: Upload) {
  const supplier = supplierOf(who, query.supplier)
  const today = parts.today()
  const { date = today, name = 'package.csv', sha256 } = query
  if (date > today) throw problem(futureDate, date, today)
  const files = [{ name, open: () => body }]
  const received = await receivePackage(parts, { supplier, date, name, sha256, files, who, from })
  const row = await mustFind(parts.db, received.id, who)
  const receipt = receiptOf(row, (await requireSupplier(parts.db, supplier)).name)
  // A repetition names the package that its bytes are in.
  return received.already && receipt.finishedAt
    ? { ...receivedBefore(receipt), state: 'already_received' as const }
    : receipt
}

function listRoutes(app: App, parts: ExchangeRouteParts): void {
  const { db, today } = parts
  serve(app, contract.listPackages, async ({ query, who, reply }) => {
    const { format = 'json' } = query
    const reach = reachOf(who)
    return format === 'json' ? listPackages(db, query, reach) : sendPackageTable(db, reply, query, reach, format)
  })
  serve(app, contract.readCalendar, async ({ query, who, reply }) => {
    const { format = 'json', ...days } = query
    const calendar = await readCalendar(db, days, { reach: reachOf(who), today: today() })
    return format === 'json' ? calendar : sendTable(reply, calendarTable(calendar), format)
  })
  serve(app, contract.countCodes, async ({ query: { format = 'json', ...query }, who, reply }) => {
    const told = await countCodes(db, query, reachOf(who))
    return format === 'json' ? told : sendTable(reply, remarksTable(told), format)
  })
  serve(app, contract.downloadDay, async ({ query: { date, supplier }, who, reply }) => {
    const suppliers = suppliersOf(who, supplier)
    return asDownload(reply, `${date}.zip`, 'application/zip').send(await zipDay(parts, { date, suppliers }))
  })
}

function packageRoutes(app: App, { db, dataDir, changes }: ExchangeRouteParts): void {
  serve(app, contract.readReceipt, async ({ params, query, who, reply }) => {
    const { format = 'json', table = 'codes' } = query
    const row = await mustFind(db, params.id, who)
    const receipt = receiptOf(row, (await requireSupplier(db, row.supplier)).name)
    return format === 'json' ? receipt : sendTable(reply, receiptTable(receipt, table), format)
  })
  serve(app, contract.watchPackage, async ({ params, who, request, reply }) => {
    await mustFind(db, params.id, who)
    const again = async () => {
      const now = await request.server.authenticate(request)
      const refusal = refusalOf(contract.watchPackage.access, now)
      if (refusal) throw refusal
      return now
    }
    return sse(reply, ({ signal }) => watch({ db, changes }, params.id, again, signal))
  })
  const setAside = async ({ id, file }: { id: number; file: number }, who: Principal) => {
    const row = await mustFind(db, id, who)
    const path = setAsideFile(join(dataDir, row.folder), file)
    if (!existsSync(path)) throw problem(problems.notFound)
    return { path, name: `отложенные-${id}-${file}` }
  }
  serve(app, contract.downloadSetAside, async ({ params, who, reply }) => {
    const { path, name } = await setAside(params, who)
    return asDownload(reply, `${name}.csv`, 'text/csv; charset=utf-8').send(createReadStream(path))
  })
  serve(app, contract.downloadSetAsideBook, async ({ params, who, reply }) => {
    const { path, name } = await setAside(params, who)
    return sendTable(reply, await setAsideTable(path, name), 'xlsx')
  })
}

function withdrawRoute(app: App, { db, jobs }: ExchangeRouteParts): void {
  serve(app, contract.withdrawPackage, async (asked) => {
    const { id, supplier } = await mustFind(db, asked.params.id, asked.who)
    const row = await withdrawPackage({ db, ...(jobs && { jobs }) }, { id, reason: asked.body.reason }, asked)
    return receiptOf(row, (await requireSupplier(db, supplier)).name)
  })
}

/** What belongs to a supplier out of reach does not exist. */
async function mustFind(db: Db, id: number, who: Principal): Promise<LedgerRow> {
  const row = await findPackage(db, id)
  if (!row || !actsFor(who, row.supplier)) throw problem(problems.notFound)
  return row
}

/** How long a stream goes on before it asks again who reads it. */
const ASK_AGAIN_MS = 2000
/** Word comes of what this process imports; another one's import is looked after. */
const LOOK_AGAIN_MS = 400

/**
 * Tells of the import whenever something has changed, until it is over.
 * @param whoNow who reads now; throws when the session or the key has ended or the right is gone, and so ends the stream.
 */
async function* watch(
  { db, changes }: Pick<ExchangeRouteParts, 'db' | 'changes'>,
  id: number,
  whoNow: () => Promise<Principal>,
  signal: AbortSignal,
) {
  let before = ''
  let who = await whoNow()
  let askedAt = Date.now()
  while (!signal.aborted) {
    if (Date.now() - askedAt > ASK_AGAIN_MS) {
      who = await whoNow()
      askedAt = Date.now()
    }
    // Listened for before the ledger is read: a change in between must not be missed.
    const changed = changes.next(id, LOOK_AGAIN_MS, signal)
    const progress = progressOf(await mustFind(db, id, who))
    const now = JSON.stringify(progress)
    if (now !== before) yield { event: contract.PROGRESS_EVENT, data: progress }
    if (progress.phase === 'done') return
    before = now
    await changed
  }
}

/** Of whom a day is taken: the one asked for, else all within reach; undefined where that is everyone. */
function suppliersOf(who: Principal, asked: string | undefined): readonly string[] | undefined {
  if (asked !== undefined) {
    if (!actsFor(who, asked)) throw problem(problems.notFound)
    return [asked]
  }
  const { everything, suppliers } = reachOf(who)
  return everything ? undefined : suppliers
}

function supplierOf(who: Principal, asked: string | undefined): string {
  const code = asked ?? onlySupplier(who)
  if (code === undefined) throw problem(supplierMissing)
  if (!actsFor(who, code)) throw problem(problems.notFound)
  return code
}

/** The supplier of those who act for one alone. */
function onlySupplier(who: Principal): string | undefined {
  const { everything, suppliers } = reachOf(who)
  return everything || suppliers.length !== 1 ? undefined : suppliers[0]
}
