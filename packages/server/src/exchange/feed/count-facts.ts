import { AGES } from '@otklik/model/exchange/feed'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { together } from '../../platform/together.ts'

/** What the facts of a package consist of. */
export interface FactCounts {
  readonly offices: Record<string, number>
  readonly statuses: Record<string, number>
  readonly ages: number[]
}
interface Dated {
  readonly id: number
  /** Reporting date, ISO day. */
  readonly date: string
}

/** Offices of a package that are counted one by one; the rows of the others stand under ''. */
const MOST_OFFICES = 200

// An alias that has the name of a column would hide it within its own expression.
const byOffice = `
  SELECT package, if(place <= ${MOST_OFFICES}, office, '') AS named, toUInt64(sum(requests)) AS rows FROM (
    SELECT package, office, count() AS requests, row_number() OVER (PARTITION BY package ORDER BY count() DESC, office) AS place
    FROM requests WHERE package IN {packages:Array(UInt32)} GROUP BY package, office
  ) GROUP BY package, named`
const byStatus = `
  SELECT package, status, toUInt64(count()) AS rows FROM events WHERE package IN {packages:Array(UInt32)}
  GROUP BY package, status`
const byAge = `
  SELECT package, least(greatest(toInt64(transform(package, {packages:Array(UInt32)}, {days:Array(Int32)}, toInt32(0))) - toInt64(toRelativeDayNum(at)), 0), ${AGES - 1}) AS age,
    toUInt64(count()) AS rows FROM events WHERE package IN {packages:Array(UInt32)} GROUP BY package, age`

/** Counts the facts of packages that are in: their requests by office, their events by status and by age. */
export async function countFacts(ch: ClickHouse, packages: readonly Dated[]): Promise<(id: number) => FactCounts> {
  const ids = packages.map(({ id }) => id)
  const days = packages.map(({ date }) => Date.parse(date) / 86_400_000)
  const [offices, statuses, ages] = await together([
    ch.query<{ package: number; named: string; rows: number }>(byOffice, { packages: ids }),
    ch.query<{ package: number; status: number; rows: number }>(byStatus, { packages: ids }),
    ch.query<{ package: number; age: number; rows: number }>(byAge, { packages: ids, days }),
  ])
  const ofPackage = <T extends { package: number }>(rows: readonly T[]) => Map.groupBy(rows, (row) => row.package)
  const [office, status, age] = [ofPackage(offices), ofPackage(statuses), ofPackage(ages)]
  return (id) => {
    const aged = new Map(age.get(id)?.map((row) => [Number(row.age), Number(row.rows)]))
    return {
      offices: Object.fromEntries(office.get(id)?.map((row) => [row.named, Number(row.rows)]) ?? []),
      statuses: Object.fromEntries(status.get(id)?.map((row) => [String(row.status), Number(row.rows)]) ?? []),
      ages: Array.from({ length: AGES }, (_, at) => aged.get(at) ?? 0),
    }
  }
}
