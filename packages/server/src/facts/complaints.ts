import type { ClickHouse } from '../platform/clickhouse/client.ts'

/** A pretrial complaint as the daily packages have it now, of a request that is known. Days are `YYYY-MM-DD`. */
export interface PackageComplaint {
  readonly request: string
  /** YYYY-MM-DD HH:MM:SS of local time: with the request what it is known again by. */
  readonly acceptedAt: string
  readonly upheld: string | null
  readonly rejected: string | null
  readonly service: string
}

/** Tells whether anything can have changed since: equal marks, equal complaints. */
export async function complaintsMark(ch: ClickHouse): Promise<string> {
  const [found] = await ch.query<{ mark: string }>(
    `SELECT concat(toString(count()), ' ', toString(max(package)), ' ', toString(sum(cityHash64(request_id, package, file, row)))) AS mark
     FROM complaints`,
  )
  const [known] = await ch.query<{ requests: number }>('SELECT count() AS requests FROM request_current')
  return `${found?.mark} ${known?.requests}`
}

/** Every complaint, of each the latest row: a later package corrects an earlier one. */
export const readComplaints = (ch: ClickHouse): Promise<PackageComplaint[]> =>
  ch.query<PackageComplaint>(
    `SELECT request_id AS request, toString(accepted_at) AS acceptedAt, service_id AS service,
       if(isNull(last.1), NULL, toString(toDate(assumeNotNull(last.1)))) AS upheld,
       if(isNull(last.2), NULL, toString(toDate(assumeNotNull(last.2)))) AS rejected
     FROM (
       SELECT request_id, accepted_at, argMax((upheld_at, rejected_at), (package, file, row)) AS last
       FROM complaints GROUP BY request_id, accepted_at
     ) AS c
     INNER JOIN (SELECT request_id, service_id FROM request_current FINAL) AS known USING request_id
     ORDER BY accepted_at, request_id`,
  )
