import { LONGEST_SERVICE, withZeros } from '@otklik/model/exchange'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { CheckParts } from './parts.ts'
import { borneBy, type WarningRow } from './samples.ts'

/** Services that files have brought, those at hand too. */
const brought = 'SELECT service_id FROM services UNION ALL SELECT service_id FROM stage_services'
/** Services of staged requests that no file has brought. */
const newServices = `SELECT DISTINCT service_id AS id FROM stage_requests WHERE service_id NOT IN (${brought})`

const warning = (code: 'unknown_service' | 'lost_zeros') =>
  borneBy({ table: 'stage_requests', code, column: 'service_id', where: 'service_id IN {ids:Array(String)}' })

type Parts = Pick<CheckParts, 'ch' | 'registered'>

/**
 * Requests of services that nobody knows, per file. A service may be known to the register without any file: somebody wrote it
 * there. Where the same number with zeros before it is known, they were lost on the way (`lost_zeros`).
 */
export async function warnOfServices({ ch, registered }: Parts): Promise<WarningRow[]> {
  const ids = (await ch.query<{ id: string }>(newServices)).map(({ id }) => id)
  if (ids.length === 0) return []
  const known = new Set(await registered?.(ids))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length === 0) return []
  const lost = await lackingZeros({ ch, registered }, unknown)
  const rows = await ch.query<WarningRow>(warning('unknown_service'), { ids: unknown.filter((id) => !lost.has(id)) })
  return lost.size === 0 ? rows : [...rows, ...(await ch.query<WarningRow>(warning('lost_zeros'), { ids: [...lost] }))]
}

/** Those of the numbers that a known service has with zeros before it. */
async function lackingZeros({ ch, registered }: Parts, ids: readonly string[]): Promise<Set<string>> {
  const wanted = new Map(ids.flatMap((id) => withZeros(id).map((longer) => [longer, id] as const)))
  if (wanted.size === 0) return new Set()
  const longer = [...wanted.keys()]
  const found = [...(await broughtOf(ch, longer)), ...((await registered?.(longer)) ?? [])]
  return new Set(found.flatMap((one) => wanted.get(one) ?? []))
}

async function broughtOf(ch: ClickHouse, ids: readonly string[]): Promise<string[]> {
  const zeroed = `SELECT DISTINCT service_id AS id FROM (${brought}) WHERE startsWith(service_id, '0')`
  const wanted = new Set(ids)
  const rows = await ch.query<{ id: string }>(`${zeroed} AND length(service_id) <= ${LONGEST_SERVICE}`)
  return rows.map(({ id }) => id).filter((id) => wanted.has(id))
}
