import type { Reach } from '@otklik/model/access'
import type { AnswerOf, QueryOf } from '@otklik/model/api'
import { addDays, dayNumber, weekdayOf } from '@otklik/model/days'
import type { countCodes as contract } from '@otklik/model/exchange/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { packagesWithin } from './ledger.ts'

/** Weeks that are told one by one; days before them are left out. */
const MOST_WEEKS = 54

type Answer = AnswerOf<typeof contract>
interface Row {
  readonly code: string
  readonly week: string
  readonly rows: number
  readonly packages: number
  readonly last: string
}

const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(dayNumber(day)))

/** Rows of each remark by weeks of reporting dates, the most frequent remark first; a file refused whole counts as one. */
export async function countCodes(
  db: Db,
  { supplier, from, to }: Omit<QueryOf<typeof contract>, 'format'>,
  reach: Reach,
): Promise<Answer> {
  const weeks = weeksOf(from, to)
  const begins = weeks[0] ?? to
  const packages = packagesWithin(db, reach)
    .select(['id', 'date', 'receipt'])
    .where('receipt', 'is not', null)
    .where('date', '>=', begins > from ? begins : from)
    .where('date', '<=', to)
    .$if(supplier !== undefined, (query) => query.where('supplier', '=', supplier ?? ''))
  const { rows } = await sql<Row>`
    WITH p AS (${packages}), told AS (
      SELECT p.id, p.date, c.key AS code, c.value::bigint AS rows FROM p CROSS JOIN LATERAL jsonb_each_text(p.receipt -> 'codes') AS c
      UNION ALL
      SELECT p.id, p.date, s.code, 1 FROM p CROSS JOIN LATERAL jsonb_array_elements(p.receipt -> 'files') AS f (file)
        CROSS JOIN LATERAL jsonb_array_elements_text(f.file -> 'structure') AS s (code)
    )
    SELECT code, to_char(date_trunc('week', date::date), 'YYYY-MM-DD') AS week, sum(rows)::bigint AS rows,
      count(DISTINCT id)::int AS packages, max(date) AS last
    FROM told GROUP BY code, week`.execute(db)
  return { weeks, remarks: remarksOf(rows, weeks) }
}

function weeksOf(from: string, to: string): string[] {
  const weeks: string[] = []
  for (let week = mondayOf(to); week >= mondayOf(from) && weeks.length < MOST_WEEKS; week = addDays(week, -7))
    weeks.unshift(week)
  return weeks
}

const remarksOf = (rows: readonly Row[], weeks: readonly string[]): Answer['remarks'] =>
  [...Map.groupBy(rows, ({ code }) => code)]
    .map(([code, told]) => {
      const byWeek = new Map(told.map((row) => [row.week, Number(row.rows)]))
      return {
        code,
        rows: told.reduce((sum, row) => sum + Number(row.rows), 0),
        packages: told.reduce((sum, row) => sum + row.packages, 0),
        last: told.reduce((last, row) => (row.last > last ? row.last : last), ''),
        byWeek: weeks.map((week) => byWeek.get(week) ?? 0),
      }
    })
    .toSorted((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1))
