import { NOT_GIVEN } from '@otklik/model/indicators'
import { addMonths } from '@otklik/model/months'
import { firstDay } from './month-sql.ts'
import { reachCondition, type RequestReach } from './reach.ts'

/** What part of the requests is asked for. Months are local, both included; absent fields don't filter. */
export interface Filter {
  /** What may be read at all, whatever is asked for. */
  readonly requestReach: RequestReach
  readonly from?: string
  readonly to?: string
  readonly service?: string
  readonly subservice?: string
  readonly region?: string
  readonly office?: string
  readonly channel?: string
  /** Any of these services: how an authority is asked for, because it is the register that knows whose a service is. */
  readonly services?: readonly string[]
  /** None of these services: how those are asked for of which no authority is known. */
  readonly otherThan?: readonly string[]
}

type Months = Pick<Filter, 'from' | 'to'>

export interface Condition {
  readonly sql: string
  readonly params: Readonly<Record<string, unknown>>
}

const columnOf = {
  service: 'service_id',
  subservice: 'subservice_id',
  region: 'region',
  office: 'office',
  channel: 'channel',
} as const

/** Which requests, by what they are and within what may be read: the columns are named as in the cube. */
export function ofSlice(filter: Filter): Condition {
  const keys = (Object.keys(columnOf) as (keyof typeof columnOf)[]).filter((key) => filter[key] !== undefined)
  const parts = keys.map((key) => `${columnOf[key]} = {${key}:String}`)
  const { services, otherThan } = filter
  if (services) parts.push('service_id IN {services:Array(String)}')
  if (otherThan) parts.push('service_id NOT IN {other_than:Array(String)}')
  const named = Object.fromEntries(keys.map((key) => [key, filter[key] === NOT_GIVEN ? '' : filter[key]]))
  const params = { ...named, ...(services && { services }), ...(otherThan && { other_than: otherThan }) }
  return all(reachCondition(filter.requestReach), { sql: parts.join(' AND ') || '1', params })
}

/** In which months, for a column that holds the first day of a month. */
export function ofMonths({ from, to }: Months, column = 'month'): Condition {
  const parts = [from && `${column} >= {from:Date}`, to && `${column} <= {to:Date}`].filter(Boolean)
  return {
    sql: parts.join(' AND ') || '1',
    params: { ...(from && { from: firstDay(from) }), ...(to && { to: firstDay(to) }) },
  }
}

/** In which months, for a column that holds a local moment. */
export function ofMoments({ from, to }: Months, column: string): Condition {
  const parts = [from && `${column} >= {since:DateTime('UTC')}`, to && `${column} < {until:DateTime('UTC')}`]
  const params = {
    ...(from && { since: `${firstDay(from)} 00:00:00` }),
    ...(to && { until: `${firstDay(addMonths(to, 1))} 00:00:00` }),
  }
  return { sql: parts.filter(Boolean).join(' AND ') || '1', params }
}

/** All the conditions together. */
export function all(...conditions: readonly Condition[]): Condition {
  const sql = conditions.map((condition) => condition.sql).filter((text) => text !== '1')
  return { sql: sql.join(' AND ') || '1', params: Object.assign({}, ...conditions.map(({ params }) => params)) }
}
