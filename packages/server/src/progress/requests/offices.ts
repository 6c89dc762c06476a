import type { Reader } from '../executor.ts'

/** How many requests name each of the offices, in the order given. */
export async function officeRequests(
  ch: Reader,
  offices: readonly { readonly region: string; readonly name: string }[],
): Promise<number[]> {
  if (offices.length === 0) return []
  const rows = await ch.query<{ region: string; office: string; requests: number }>(
    `SELECT region, office, count() AS requests FROM request_current FINAL
     WHERE office IN {names:Array(String)} GROUP BY region, office`,
    { names: offices.map(({ name }) => name) },
  )
  const counts = new Map(rows.map(({ region, office, requests }) => [`${region}\n${office}`, requests]))
  return offices.map(({ region, name }) => counts.get(`${region}\n${name}`) ?? 0)
}
