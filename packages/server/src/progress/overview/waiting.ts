import type { Reader } from '../executor.ts'

/**
 * How many events wait for their request. Looking through every request takes long, so the answer is kept until events or
 * requests are added (the sizes of their tables then change).
 */
export function waitingEvents(ch: Reader): () => Promise<number> {
  let kept: { readonly of: string; readonly count: Promise<number> } | undefined
  return async () => {
    const of = await sizes(ch)
    if (kept?.of !== of) {
      const count = countWaiting(ch)
      kept = { of, count }
      count.catch(() => {
        kept = undefined
      })
    }
    return kept.count
  }
}

async function sizes(ch: Reader): Promise<string> {
  const rows = await ch.query<{ n: number }>(
    `SELECT (SELECT count() FROM events) AS n UNION ALL SELECT (SELECT count() FROM requests) AS n`,
  )
  return rows.map(({ n }) => n).join()
}

async function countWaiting(ch: Reader): Promise<number> {
  const [row] = await ch.query<{ n: number }>(
    'SELECT count() AS n FROM events WHERE request_id NOT IN (SELECT request_id FROM request_current)',
  )
  return row?.n ?? 0
}
