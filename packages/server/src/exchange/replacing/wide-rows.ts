import type { ClickHouse } from '../../platform/clickhouse/client.ts'

/** A file of a package, by its numbers. */
export interface FilePlace {
  readonly package: number
  readonly file: number
}
/** The wide files of one supplier. */
export interface WideFiles {
  readonly staged: readonly FilePlace[]
  /** Those that came before, whose rows are in the store. */
  readonly stored: readonly FilePlace[]
}

const among = (files: string): string =>
  `(package, file) IN (SELECT one.1, one.2 FROM (SELECT arrayJoin(arrayZip({${files}_packages:Array(UInt32)}, {${files}_files:Array(UInt16)})) AS one))`
const isStaged = among('staged')
const isStored = among('stored')
const place = '(package, file, row)'
const stagedIds = `SELECT request_id FROM stage_requests WHERE ${isStaged}`
/** Requests of more than one staged row. */
const several = `${stagedIds} GROUP BY request_id HAVING count() > 1`
const eventHash = 'cityHash64(request_id, at, toString(section), status)'

/** The events of rows before, of which a staged row may lack some: what every staged row has is left out where that is cheap. */
const toldBefore = `INSERT INTO stage_told SELECT request_id, at, toString(section), status, package, file, row FROM events
  WHERE cityHash64(request_id) IN (SELECT cityHash64(request_id) FROM (${stagedIds})) AND ${isStored}
    AND request_id IN (${stagedIds})
    AND (request_id IN (${several}) OR ${eventHash} NOT IN (SELECT ${eventHash} FROM stage_events WHERE ${isStaged}))`
const toldHere = `INSERT INTO stage_told SELECT request_id, at, toString(section), status, package, file, row FROM stage_events
  WHERE request_id IN (${several}) AND ${isStaged}`

/** An event is withdrawn by the first row after its own that lacks it. */
const withdrawn = `INSERT INTO stage_withdrawn
  SELECT by.1, by.2, by.3, request_id, at, section, status, package, file, row FROM (
    SELECT told.request_id AS request_id, told.at AS at, told.section AS section, told.status AS status,
      told.package AS package, told.file AS file, told.row AS row,
      arrayFirst(p -> p > (told.package, told.file, told.row) AND NOT has(event.holders, p), request.places) AS by
    FROM stage_told AS told
    INNER JOIN (
      SELECT request_id, arraySort(groupArray(${place})) AS places FROM stage_requests
      WHERE ${isStaged} AND request_id IN (SELECT request_id FROM stage_told) GROUP BY request_id
    ) AS request ON request.request_id = told.request_id
    LEFT JOIN (
      SELECT request_id, at, toString(section) AS name, status, groupArray(${place}) AS holders FROM stage_events
      WHERE ${isStaged} AND request_id IN (SELECT request_id FROM stage_told) GROUP BY request_id, at, name, status
    ) AS event
      ON event.request_id = told.request_id AND event.at = told.at AND event.name = told.section AND event.status = told.status
  ) WHERE by.1 != 0`

const replacing = `INSERT INTO stage_replacing SELECT package, file, row FROM stage_requests WHERE ${isStaged}
  AND request_id IN (SELECT request_id FROM requests WHERE request_id IN (${stagedIds}) AND ${isStored})`
const replacingStaged = `INSERT INTO stage_replacing SELECT package, file, row FROM (
    SELECT package, file, row, row_number() OVER (PARTITION BY request_id ORDER BY package, file, row) AS nth
    FROM stage_requests WHERE ${isStaged} AND request_id IN (${several})
  ) WHERE nth > 1`

/** Named as a column of a wide file would be, with its moment. */
const noted = `INSERT INTO stage_notes SELECT package, file, row, 'withdrawn_event', 'request_id',
    concat(section, '#', toString(status), ' ', formatDateTime(at, '%d.%m.%Y %T')) FROM stage_withdrawn`
const takenOut = `ALTER TABLE stage_events DELETE WHERE (package, file, row, request_id, at, toString(section), status) IN
  (SELECT from_package, from_file, from_row, request_id, at, section, status FROM stage_withdrawn)`

/**
 * Lets wide rows take the place of their supplier's earlier ones with their events: an event that a later row lacks is
 * noted (`withdrawn_event`) and taken out of the staging area, and out of the facts when the package goes in.
 * @param shared whether staged requests have more than one row.
 */
export async function replaceWideRows(ch: ClickHouse, suppliers: readonly WideFiles[], shared: boolean): Promise<void> {
  const concerned = suppliers.filter(({ stored }) => stored.length > 0 || shared)
  for (const files of concerned) await replaceRows(ch, files, shared)
  if (concerned.length === 0 || (await ch.query('SELECT 1 FROM stage_withdrawn LIMIT 1')).length === 0) return
  await ch.command(noted)
  await ch.command(takenOut, {}, { mutations_sync: '1' })
}

async function replaceRows(ch: ClickHouse, { staged, stored }: WideFiles, shared: boolean): Promise<void> {
  const params = {
    staged_packages: staged.map((one) => one.package),
    staged_files: staged.map(({ file }) => file),
    stored_packages: stored.map((one) => one.package),
    stored_files: stored.map(({ file }) => file),
  }
  await ch.command('TRUNCATE TABLE stage_told')
  if (stored.length > 0) for (const sql of [toldBefore, replacing]) await ch.command(sql, params)
  if (shared) for (const sql of [toldHere, replacingStaged]) await ch.command(sql, params)
  await ch.command(withdrawn, params)
}
