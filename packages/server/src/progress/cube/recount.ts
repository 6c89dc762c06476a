import { stagedRequests, withdrawnMonths } from '../../facts/index.ts'
import type { Writer } from '../executor.ts'
import { refreshMonths, touchedMonths } from './refresh.ts'

/** From so many requests on, looking for the months they touch costs more than counting every month again. */
const many = 200_000

/** Counts the cube again wherever the staged rows may have changed it. Call after they are among the facts. */
export async function recountStaged(ch: Writer): Promise<void> {
  const [staged] = await ch.query<{ requests: number }>(
    'SELECT (SELECT count() FROM stage_lives) + (SELECT count() FROM stage_requests) AS requests',
  )
  const everything = (staged?.requests ?? 0) > many
  const months = everything ? await countedMonths(ch) : await touchedMonths(ch, stagedRequests)
  const left = await ch.query<{ month: string }>(withdrawnMonths)
  await refreshMonths(ch, [...months, ...left.map(({ month }) => month)])
}

/** Counts every month again, those too that nothing is left of. */
export async function recountAll(ch: Writer): Promise<void> {
  const before = await ch.query<{ month: string }>(`SELECT DISTINCT formatDateTime(month, '%Y-%m') AS month FROM cube`)
  await refreshMonths(ch, [...(await countedMonths(ch)), ...before.map(({ month }) => month)])
}

async function countedMonths(ch: Writer): Promise<string[]> {
  const rows = await ch.query<{ month: string }>(
    `SELECT DISTINCT formatDateTime(month, '%Y-%m') AS month FROM (
       SELECT DISTINCT month FROM request_months UNION ALL SELECT DISTINCT toStartOfMonth(rated_at) AS month FROM ratings)`,
  )
  return rows.map(({ month }) => month)
}
