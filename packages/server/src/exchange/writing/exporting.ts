import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Kind, kindRules, OWN_RECORDS } from '@otklik/model/exchange'
import { itemOf, type Section } from '@otklik/model/statuses'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { rowsIn } from '../../platform/clickhouse/rows-in.ts'
import { makeFolder } from '../../platform/make-folder.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { type ServiceCells, servicesChangedOn } from '../../register/index.ts'
import { inStates } from '../packages/ledger.ts'
import { csvPieces } from './csv.ts'

/** Kinds that are written out; a `wide` file goes out as the requests and events it held. */
const outgoing = ['requests', 'events', 'payments', 'ratings', 'complaints', 'services'] as const
type Outgoing = (typeof outgoing)[number]
export interface ExportRequest {
  /** Reporting date, ISO day. */
  readonly date: string
  /** Undefined: every supplier that has sent anything for this date. One that has not has empty files. */
  readonly suppliers?: readonly string[]
  readonly out: string
}
export interface Manifest {
  readonly date: string
  readonly files: readonly {
    readonly name: string
    readonly supplier: string
    readonly kind: Kind
    readonly rows: number
    readonly sha256: string
  }[]
}

const moment = (column: string) => `if(${column} IS NULL, '', formatDateTime(${column}, '%d.%m.%Y %H:%i:%S'))`
const momentColumns = new Set(
  outgoing.flatMap((kind) =>
    kindRules[kind].columns.filter(({ cell }) => cell.type === 'moment').map(({ name }) => name),
  ),
)
const own: Readonly<Record<string, string>> = {
  date: "formatDateTime(at, '%d.%m.%Y')",
  time: "if(time_known, formatDateTime(at, '%H:%i:%S'), '')",
  section: 'toString(section)',
  item: "''",
  score: "if(score = 0, '', toString(score))",
  term_days: "ifNull(toString(term_days), '')",
}
const order: Readonly<Record<Outgoing, string>> = {
  requests: 'request_id',
  events: 'request_id, at, section, status',
  payments: 'request_id, uin',
  ratings: 'request_id, rated_at',
  complaints: 'request_id, accepted_at',
  services: 'service_id, subservice_id',
}

/** What makes a row replace an earlier one; events replace nothing. */
const keys: Readonly<Partial<Record<Outgoing, string>>> = {
  requests: 'request_id',
  payments: 'request_id, uin',
  ratings: 'request_id, rated_at',
  complaints: 'request_id, accepted_at',
  services: 'service_id, subservice_id',
}

/**
 * A row whose key was given its present content by a package that came later, but is read before this one where days are
 * imported in their order, would win there: it is left out.
 */
function stillRight(kind: Outgoing): string {
  const key = keys[kind]
  if (key === undefined) return '1'
  return `(${key}) NOT IN (
    SELECT ${key} FROM ${kind} WHERE (${key}) IN (SELECT ${key} FROM ${kind} WHERE package IN {packages:Array(UInt32)})
    GROUP BY ${key} HAVING max(package) IN {later:Array(UInt32)})`
}

function selectOf(kind: Outgoing, later: boolean): string {
  const cells = kindRules[kind].columns.map(
    ({ name }) => own[name] ?? (momentColumns.has(name) ? moment(name) : `toString(${name})`),
  )
  return `SELECT [${cells.join(', ')}] AS cells FROM ${kind}
    WHERE package IN {packages:Array(UInt32)} AND ${later ? stillRight(kind) : '1'}
    ORDER BY ${order[kind]}, package, file, row`
}

async function* rowsOf(ch: ClickHouse, kind: Outgoing, { packages, later }: Chosen): AsyncGenerator<string[]> {
  if (packages.length === 0) return
  const stream = await ch.stream(selectOf(kind, later.length > 0), 'JSONEachRow', { packages, later })
  const names = kindRules[kind].columns.map(({ name }) => name)
  const [section, item, status] = ['section', 'item', 'status'].map((name) => names.indexOf(name))
  for await (const { cells } of rowsIn<{ cells: string[] }>(stream)) {
    if (kind === 'events') cells[item ?? 0] = itemOf(cells[section ?? 0] as Section, Number(cells[status ?? 0])) ?? ''
    yield cells
  }
}

/** Packages of a supplier for the day, and those that came after them for a time that is read before it. */
interface Chosen {
  readonly packages: number[]
  readonly later: number[]
}

/**
 * Writes what was accepted in packages of a reporting date, per supplier and kind, sorted by key, and what was recorded in
 * the product itself on that day, with a manifest. Files are put in place whole; the manifest comes last. Read elsewhere,
 * day by day and file by file in the order of the manifest, it gives the same records.
 */
export async function exportDay(
  { db, ch }: { db: Db; ch: ClickHouse },
  { date, suppliers: asked, out }: ExportRequest,
): Promise<Manifest> {
  const rows = await packagesUpTo(db, date)
  const ofDay = rows.filter((row) => row.date === date)
  const suppliers = asked ?? [...new Set(ofDay.map((row) => row.supplier))].sort()
  makeFolder(out)
  const files: Manifest['files'][number][] = []
  for (const supplier of suppliers) {
    const packages = ofDay.filter((row) => row.supplier === supplier).map(({ id }) => id)
    const first = Math.min(...packages)
    const before = rows.filter((row) => row.date < date || row.supplier < supplier)
    const later = before.map(({ id }) => id).filter((id) => id > first)
    for (const kind of outgoing)
      files.push(await writeKind({ supplier, kind, date, out }, rowsOf(ch, kind, { packages, later })))
  }
  const own = asked === undefined ? await servicesChangedOn(db, date) : []
  if (own.length > 0) files.push(...(await writeOwn({ date, out }, own)))
  const manifest = { date, files }
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  return manifest
}

/** Packages that are in, of the day and of those before it, in the order they came. */
const packagesUpTo = (db: Db, date: string) =>
  db
    .selectFrom('exchange_packages')
    .select(['id', 'supplier', 'date'])
    .where('date', '<=', date)
    .where('state', 'in', [...inStates])
    .orderBy('id')
    .execute()

/** What was recorded here goes out as from a supplier of its own, last. So far these are services. */
async function writeOwn(to: { date: string; out: string }, services: readonly ServiceCells[]) {
  const files: Manifest['files'][number][] = []
  for (const kind of outgoing) {
    const columns = kindRules[kind].columns.map(({ name }) => name)
    const rows = kind === 'services' ? services : []
    const cells = rows.map((row) => columns.map((name) => row[name] ?? ''))
    files.push(await writeKind({ supplier: OWN_RECORDS, kind, ...to }, cells))
  }
  return files
}

async function writeKind(
  { supplier, kind, date, out }: { supplier: string; kind: Outgoing; date: string; out: string },
  cells: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
): Promise<Manifest['files'][number]> {
  const name = `${supplier}_${date.replaceAll('-', '')}_${kind}.csv`
  const counted = { rows: 0 }
  const hash = createHash('sha256')
  const header = kindRules[kind].columns.map((column) => column.name)
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const part = join(out, `${name}.part`)
  await pipeline(csvPieces(header, counting(cells, counted)), meter, createWriteStream(part, { flush: true }))
  await rename(part, join(out, name))
  return { name, supplier, kind, rows: counted.rows, sha256: hash.digest('hex') }
}

async function* counting<T>(rows: Iterable<T> | AsyncIterable<T>, counted: { rows: number }): AsyncGenerator<T> {
  for await (const row of rows) {
    counted.rows++
    yield row
  }
}
