// Made-up packages of a given size, in the order of time, as a supplier would send them.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { openDuck } from './duckdb.mjs'

const route = [
  [6, 0],
  [11, 17],
  [14, 2],
  [15, 1],
  [16, 6],
  [20, 14],
  [21, 1020],
  [25, 3],
  [26, 1014],
  [31, 1016],
]

/** Writes requests.csv (a tenth of the events) and events.csv into the folder, once. */
export async function generate(folder, events) {
  if (existsSync(`${folder}/events.csv`)) return
  mkdirSync(folder, { recursive: true })
  const duck = await openDuck(':memory:')
  await duck.run(`CREATE TABLE r AS SELECT i, '31-2025-' || lpad(((i * 7919) % 100000007)::VARCHAR, 9, '0') AS request_id,
    TIMESTAMP '2025-01-01' + to_seconds(hash(i) % 31000000) AS began FROM range(${Math.ceil(events / 10)}) t(i)`)
  const csv = "(FORMAT csv, DELIMITER ';', HEADER, QUOTE '')"
  await duck.run(`COPY (SELECT request_id, '31' || lpad((i % 200)::VARCHAR, 10, '0') AS service_id,
    ['ЕПГУ','РПГУ','ВИС','ОГВ','МФЦ'][1 + (i % 5)] AS submission_channel, ['31','77','16','72','25'][1 + (i // 7 % 5)] AS region,
    'Отдел № ' || (i % 40) AS office FROM r) TO '${folder}/requests.csv' ${csv}`)
  const steps = route.map(([item, status], k) => `(${k}, '${item}', ${status})`).join(', ')
  await duck.run(`COPY (SELECT request_id, 'ЕПГУ' AS section,
      CASE WHEN k = 7 AND i % 11 = 0 THEN '28' WHEN k = 1 AND i % 37 = 0 THEN '12' ELSE item END AS item,
      CASE WHEN k = 7 AND i % 11 = 0 THEN 4 WHEN k = 1 AND i % 37 = 0 THEN 5 ELSE status END AS status,
      strftime(happened, '%d.%m.%Y') AS date, strftime(happened, '%H:%M:%S') AS time
    FROM (SELECT *, date_trunc('second', began + to_seconds(k * 40000 + hash(i * 10 + k) % 20000)) AS happened
      FROM r, (VALUES ${steps}) s(k, item, status))
    ORDER BY happened, request_id) TO '${folder}/events.part' ${csv}`)
  duck.close()
  renameSync(`${folder}/events.part`, `${folder}/events.csv`)
}
