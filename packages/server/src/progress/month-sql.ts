import { monthNumber } from '@otklik/model/months'

/** 'YYYY-MM' as ClickHouse's Date of its first day. Throws RangeError on anything else, so it may stand in SQL text. */
export function firstDay(month: string): string {
  monthNumber(month)
  return `${month}-01`
}

/** SQL that writes a Date column as 'YYYY-MM'. */
export const monthText = (column: string): string => `formatDateTime(${column}, '%Y-%m')`
/** SQL that writes a local moment as 'YYYY-MM-DDTHH:MM:SS'. */
export const localText = (column: string): string => `formatDateTime(${column}, '%Y-%m-%dT%H:%i:%S')`
