import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Kind, kindRules } from '@otklik/model/exchange'
import { itemOf, type Section } from '@otklik/model/statuses'
import type { ClickHouse } from '../platform/clickhouse/client.ts'
import type { Db } from '../platform/postgres/open.ts'
import { inStates } from './ledger.ts'
import { csvPieces } from './writing/csv.ts'

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

function selectOf(kind: Outgoing): string {
  const cells = kindRules[kind].columns.map(
    ({ name }) => own[name] ?? (momentColumns.has(name) ? moment(name) : `toString(${name})`),
  )
  return `SELECT [${cells.join(', ')}] AS cells FROM ${kind} WHERE package IN {packages:Array(UInt32)}
    ORDER BY ${order[kind]}, package, file, row`
}

async function* rowsOf(ch: ClickHouse, kind: Outgoing, packages: number[], counted: { rows: number }) {
  if (packages.length === 0) return
  const stream = await ch.stream(selectOf(kind), 'JSONEachRow', { packages })
  const names = kindRules[kind].columns.map(({ name }) => name)
  const [section, item, status] = ['section', 'item', 'status'].map((name) => names.indexOf(name))
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { cells } = JSON.parse(line) as { cells: string[] }
    if (kind === 'events') cells[item ?? 0] = itemOf(cells[section ?? 0] as Section, Number(cells[status ?? 0])) ?? ''
    counted.rows++
    yield cells
  }
}

/**
 * Writes what was accepted in packages of a reporting date, per supplier and kind, sorted by key, with a manifest. Files
 * are put in place whole; the manifest comes last. What is written here reads back as the same records.
 */
export async function exportDay(
  parts: { db: Db; ch: ClickHouse },
  { date, suppliers: asked, out }: ExportRequest,
): Promise<Manifest> {
  const rows = await parts.db
    .selectFrom('exchange_packages')
    .select(['id', 'supplier'])
    .where('date', '=', date)
    .where('state', 'in', [...inStates])
    .orderBy('id')
    .execute()
  const suppliers = asked ?? [...new Set(rows.map((row) => row.supplier))].sort()
  await mkdir(out, { recursive: true })
  const files: Manifest['files'][number][] = []
  for (const code of suppliers) {
    const packages = rows.filter((row) => row.supplier === code).map(({ id }) => id)
    for (const kind of outgoing) files.push(await writeKind(parts.ch, { code, kind, date, out, packages }))
  }
  const manifest = { date, files }
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  return manifest
}

async function writeKind(
  ch: ClickHouse,
  { code, kind, date, out, packages }: { code: string; kind: Outgoing; date: string; out: string; packages: number[] },
): Promise<Manifest['files'][number]> {
  const name = `${code}_${date.replaceAll('-', '')}_${kind}.csv`
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
  await pipeline(
    csvPieces(header, rowsOf(ch, kind, packages, counted)),
    meter,
    createWriteStream(part, { flush: true }),
  )
  await rename(part, join(out, name))
  return { name, supplier: code, kind, rows: counted.rows, sha256: hash.digest('hex') }
}
