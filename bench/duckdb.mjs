// DuckDB as the yardstick: reads the same CSV with types, without checks, and asks the same question.
import { DuckDBInstance } from '@duckdb/node-api'

const list = (codes) => `(${codes.join(', ')})`
const submitted = list([17, 5, 22, 24, 30, 2, 1, 1013, 1019, 1023, 6])
const inError = list([22, 24, 30, 5])
const decided = list([3, 40, 4, 41])
const refused = list([4, 41])

/** Figures by service and month: the same definitions as otklik's. */
export const indicatorQuery = `
  WITH counted AS (
    SELECT r.service_id, date_trunc('month', e.happened) AS month,
      count(DISTINCT CASE WHEN e.status IN ${inError} THEN e.request_id END) AS in_error,
      count(DISTINCT CASE WHEN e.status IN ${decided} THEN e.request_id END) AS decided,
      count(DISTINCT CASE WHEN e.status IN ${refused} THEN e.request_id END) AS refused
    FROM events e JOIN requests r USING (request_id) GROUP BY ALL
  ), began AS (
    SELECT r.service_id, date_trunc('month', f.happened) AS month, count(*) AS submitted
    FROM (SELECT request_id, min(happened) AS happened FROM events WHERE status IN ${submitted} GROUP BY request_id) f
    JOIN requests r USING (request_id) GROUP BY ALL
  )
  SELECT coalesce(c.service_id, b.service_id) AS service, strftime(coalesce(c.month, b.month), '%Y-%m') AS month,
    coalesce(submitted, 0)::INT AS submitted, coalesce(in_error, 0)::INT AS in_error,
    coalesce(decided, 0)::INT AS decided, coalesce(refused, 0)::INT AS refused
  FROM counted c FULL JOIN began b ON c.service_id = b.service_id AND c.month = b.month
  ORDER BY service, month`

export async function openDuck(path) {
  const instance = await DuckDBInstance.create(path, { threads: '2' })
  const connection = await instance.connect()
  return {
    run: (sql) => connection.run(sql),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Loads both files with types into tables on the disk and asks for the indicators. Times in ms. */
export async function loadAndAsk(path, folder) {
  const duck = await openDuck(path)
  const started = Date.now()
  const columns =
    "{'request_id':'VARCHAR','section':'VARCHAR','item':'VARCHAR','status':'SMALLINT','date':'DATE','time':'TIME'}"
  await duck.run(`CREATE TABLE events AS SELECT request_id, section, item, status, date + time AS happened
    FROM read_csv('${folder}/events.csv', delim=';', header=true, columns=${columns}, dateformat='%d.%m.%Y')`)
  await duck.run(
    `CREATE TABLE requests AS SELECT * FROM read_csv('${folder}/requests.csv', delim=';', header=true, all_varchar=true)`,
  )
  const loaded = Date.now()
  await duck.run('CHECKPOINT')
  const kept = Date.now()
  const rows = await duck.rows(indicatorQuery)
  const asked = Date.now()
  duck.close()
  return { load: loaded - started, checkpoint: kept - loaded, query: asked - kept, total: asked - started, rows }
}
