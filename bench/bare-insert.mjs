// The yardstick of `otklik check`: the same engine reads the same file with types into a table, without a single check.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const { Session } = createRequire(new URL('../packages/server/package.json', import.meta.url))('chdb')
const folder = mkdtempSync(join(tmpdir(), 'otklik-bare-'))
const session = new Session(folder)
session.query('CREATE DATABASE bare')
session.query(`CREATE TABLE bare.events (request_id String, section LowCardinality(String), item LowCardinality(String), status UInt16,
  date String, time String) ENGINE = MergeTree ORDER BY (request_id, status)`)
const started = Date.now()
session.query(`INSERT INTO bare.events SELECT * FROM file('${process.argv[2]}', CSVWithNames,
  'request_id String, section LowCardinality(String), item LowCardinality(String), status UInt16, date String, time String')
  SETTINGS format_csv_delimiter = ';', max_threads = 2`)
process.stdout.write(String(Date.now() - started))
session.close()
rmSync(folder, { recursive: true, force: true })
