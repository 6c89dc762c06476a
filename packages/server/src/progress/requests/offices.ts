import type { Reach } from '@otklik/model/access'
import type { ProgressDeps } from '../deps.ts'
import { reachCondition, requestReachOf } from '../reach.ts'

/** How many requests within reach name each of the offices, in the order given. */
export async function officeRequests(
  { ch, register }: Pick<ProgressDeps, 'ch' | 'register'>,
  reach: Reach,
  offices: readonly { readonly region: string; readonly name: string }[],
): Promise<number[]> {
  if (offices.length === 0) return []
  const { sql, params } = reachCondition(await requestReachOf(register, reach))
  const rows = await ch.query<{ region: string; office: string; requests: number }>(
    `SELECT region, office, count() AS requests FROM request_current FINAL
     WHERE office IN {names:Array(String)} AND ${sql} GROUP BY region, office`,
    { ...params, names: offices.map(({ name }) => name) },
  )
  const counts = new Map(rows.map(({ region, office, requests }) => [`${region}\n${office}`, requests]))
  return offices.map(({ region, name }) => counts.get(`${region}\n${name}`) ?? 0)
}
