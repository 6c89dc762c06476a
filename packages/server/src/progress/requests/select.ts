import type { Counted } from '@otklik/model/progress/api'
import { all, type Condition, type Filter, ofMoments, ofSlice } from '../filter.ts'
import { countedCases } from './counted.ts'

/** Which requests are listed. */
export interface RequestFilter extends Filter {
  readonly counted?: Counted
  /** Counted as rated: with this score alone. */
  readonly score?: number
  /** Requests with an event of this status, in the same months. */
  readonly status?: number
  /** … in this section. */
  readonly section?: string
  /** Beginning of the request's number. */
  readonly find?: string
  /** Packages whose rows are not visible. */
  readonly unfinished: readonly number[]
}

const slice = 'request_id, service_id, subservice_id, region, office, channel'
const latest = `SELECT ${slice.replace('channel', 'submission_channel AS channel')} FROM request_current FINAL`

const notRated = `CAST(NULL AS Nullable(DateTime('UTC'))) AS rated_at, CAST(NULL AS Nullable(UInt8)) AS score,
  CAST(NULL AS Nullable(UInt64)) AS rating`

/**
 * SELECT of (request_id, slice …, month, rated_at, score, rating): one row per counted case, or per request (month null)
 * where all are listed; what is of a rating is null in other cases.
 */
export function selectCases(filter: RequestFilter): Condition {
  const { counted = 'any' } = filter
  const active = counted === 'any' ? ofActivity(filter) : nothing
  const known = all(ofSlice(filter), ofFind(filter), ofStatus(filter), active, arrived(filter.unfinished))
  const requests = `${latest} WHERE ${known.sql}`
  if (counted === 'any')
    return { ...known, sql: `SELECT ${slice}, CAST(NULL AS Nullable(Date)) AS month, ${notRated} FROM (${requests})` }
  const cases = countedCases(counted, filter)
  return {
    sql: `SELECT ${slice}, CAST(month AS Nullable(Date)) AS month, ${counted === 'rated' ? 'rated_at, score, rating' : notRated}
      FROM (${cases.sql}) AS done
      INNER JOIN (${requests}) AS known USING request_id`,
    params: { ...known.params, ...cases.params },
  }
}

const nothing: Condition = { sql: '1', params: {} }

function ofFind({ find }: RequestFilter): Condition {
  return find ? { sql: 'startsWith(request_id, {find:String})', params: { find } } : nothing
}

/** Packages being loaded are left out of what rows of facts say. */
export function finished(unfinished: readonly number[]): Condition {
  return unfinished.length === 0
    ? nothing
    : { sql: 'package NOT IN {unfinished:Array(UInt32)}', params: { unfinished: [...unfinished] } }
}

/** Requests that only a package being loaded has brought are not there yet. */
function arrived(unfinished: readonly number[]): Condition {
  if (unfinished.length === 0) return nothing
  const { sql, params } = finished(unfinished)
  return { sql: `request_id IN (SELECT request_id FROM requests WHERE ${sql})`, params }
}

function ofStatus({ status, section, unfinished, ...filter }: RequestFilter): Condition {
  if (status === undefined) return nothing
  const ofSection: Condition = section ? { sql: 'section = {section:String}', params: { section } } : nothing
  const { sql, params } = all(
    { sql: 'status = {status:UInt16}', params: { status } },
    ofSection,
    ofMoments(filter, 'at'),
    finished(unfinished),
  )
  return { sql: `request_id IN (SELECT request_id FROM events WHERE ${sql})`, params }
}

/** Where a period is asked for without a figure: requests with an event in it. */
function ofActivity({ status, unfinished, ...filter }: RequestFilter): Condition {
  if (status !== undefined || (filter.from === undefined && filter.to === undefined)) return nothing
  const { sql, params } = all(ofMoments(filter, 'at'), finished(unfinished))
  return { sql: `request_id IN (SELECT request_id FROM events WHERE ${sql})`, params }
}
