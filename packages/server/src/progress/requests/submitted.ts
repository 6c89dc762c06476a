import type { ClickHouse } from '../../platform/clickhouse/client.ts'

/** How many requests were submitted for each service in months `YYYY-MM`, both included; services without any are left out. */
export async function submittedByService(
  ch: Pick<ClickHouse, 'query'>,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await ch.query<{ service: string; requests: number }>(
    `SELECT service_id AS service, sum(cube.submitted) AS requests FROM cube
     WHERE month BETWEEN {from:Date} AND {to:Date} GROUP BY service_id HAVING requests > 0`,
    { from: `${from}-01`, to: `${to}-01` },
  )
  return new Map(rows.map(({ service, requests }) => [service, requests]))
}
