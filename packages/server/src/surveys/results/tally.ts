import {
  type Grouping,
  type ResultPlan,
  type SetCounts,
  type Tally,
  type TallyRow,
  tallyOfRows,
} from '@otklik/model/questionnaires/results'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { SETS } from '../counting/cells.ts'
import type { Filter } from './filters.ts'

interface Row {
  readonly group?: string
  readonly item: string
  readonly key: string
  readonly n: number
}

/** Columns that results are compared by, as texts; '' is no value. */
const COLUMNS: Readonly<Record<string, string>> = {
  service: 'service',
  channel: 'channel',
  language: 'language',
  office: "if(office = 0, '', toString(office))",
}

/** Whether the sources of answers have an attribute of this name. */
export const isAttribute = (name: string): boolean => name === 'link' || Object.hasOwn(COLUMNS, name)

/**
 * The answers that were asked for, counted. Of the whole campaign the kept sums are read; by where answers come from, the
 * sums by source, with links and days only where these are asked for; by a question, the sets.
 */
export async function tallyOf(
  ch: ClickHouse,
  plan: ResultPlan,
  filter: Filter,
  grouping: Grouping | undefined,
  links: ReadonlyMap<number, string>,
): Promise<Tally> {
  const rows = await ch.query<Row>(statementFor(filter, grouping, plan), {
    ...filter.params,
    item: grouping?.name ?? '',
  })
  const named =
    grouping?.name === 'link' ? rows.map((row) => ({ ...row, group: links.get(Number(row.group)) ?? '' })) : rows
  const cells = grouping === undefined ? named.map(ungrouped) : withAll(named)
  return tallyOfRows(countsOf(rows), cells)
}

function statementFor({ sql, sums }: Filter, grouping: Grouping | undefined, plan: ResultPlan): string {
  if (grouping === undefined) return `SELECT item, key, sum(n) AS n FROM ${sums} WHERE ${sql} GROUP BY item, key`
  const isLink = grouping.name === 'link'
  const column = isLink ? 'toString(link)' : COLUMNS[grouping.name]
  const table = isLink || sums === 'survey_tally' ? 'survey_tally' : 'survey_sources'
  if (!plan.byCode.has(grouping.name) && column !== undefined)
    return `SELECT ${column} AS group, item, key, sum(n) AS n FROM ${table} WHERE ${sql} GROUP BY group, item, key`
  return `SELECT substring(chosen, length({item:String}) + 3) AS group,
      substring(cell, 1, position(cell, '\\t') - 1) AS item, substring(cell, position(cell, '\\t') + 1) AS key, n
    FROM (SELECT arrayFirst(one -> startsWith(one, concat({item:String}, '\\t=')), survey_sets.cells) AS chosen, cell, count() AS n
      FROM survey_sets ARRAY JOIN cells AS cell WHERE ${sql} GROUP BY chosen, cell)`
}

const ungrouped = ({ item, key, n }: Row): TallyRow => ({ group: null, item, key, count: n })

/** Every row counts for all, and for its group if it has one. */
const withAll = (rows: readonly Row[]): TallyRow[] =>
  rows.flatMap((row) => {
    const all = ungrouped(row)
    return row.group ? [all, { ...all, group: row.group }] : [all]
  })

function countsOf(rows: readonly Row[]): SetCounts {
  const sets = { read: 0, invalid: 0, partial: 0, screened: 0, excluded: 0, used: 0 }
  for (const { item, key, n } of rows)
    if (item === SETS) {
      sets.read += n
      if (isCount(key)) sets[key] += n
    }
  return sets

  function isCount(key: string): key is keyof SetCounts {
    return Object.hasOwn(sets, key)
  }
}
