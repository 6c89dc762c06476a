import type { Reader } from '../executor.ts'
import { localText } from '../month-sql.ts'
import { finished } from '../requests/select.ts'

/** Where a row came from: package, file of the package, row of the file. */
export interface RawOrigin {
  readonly package: number
  readonly file: number
  readonly row: number
}
export interface RawRow extends RawOrigin {
  /** Columns by the names of the exchange format; '' where a cell was empty. Moments are local, YYYY-MM-DDTHH:MM:SS. */
  readonly fields: Record<string, string>
}
export interface RawEvent extends RawOrigin {
  readonly section: 'ОГВ' | 'МФЦ' | 'ЕПГУ' | 'ВИС'
  readonly status: number
  readonly local: string
  readonly timeKnown: boolean
}

const columns = {
  requests: {
    text: [
      'service_id',
      'subservice_id',
      'consultation_topic',
      'submission_channel',
      'result_channel',
      'smev_kinds',
      'region',
      'office',
      'applicant_kind',
      'applicant_hash',
      'gender',
      'age',
      'ogrn',
    ],
    moments: [],
    order: '',
  },
  payments: {
    text: ['uin'],
    moments: ['uin_assigned_at', 'paid_at', 'payment_confirmed_at', 'form_error_at', 'refunded_at'],
    order: 'uin, ',
  },
  ratings: { text: ['score', 'criteria', 'review'], moments: ['rated_at'], order: 'rated_at, ' },
  complaints: {
    text: [],
    moments: ['accepted_at', 'scheduled_at', 'upheld_at', 'rejected_at'],
    order: 'accepted_at, ',
  },
} as const satisfies Record<string, { text: readonly string[]; moments: readonly string[]; order: string }>
export type RawTable = keyof typeof columns

/** Every row of a request in one table, in the order of its moments, equal ones in the order they came. */
export function readRows(
  ch: Reader,
  table: RawTable,
  request: string,
  unfinished: readonly number[],
): Promise<RawRow[]> {
  const { text, moments, order } = columns[table]
  const pairs = [
    ...moments.map((name) => `'${name}', ifNull(${localText(name)}, '')`),
    ...text.map((name) => `'${name}', toString(${name})`),
  ]
  const { sql, params } = finished(unfinished)
  return ch.query<RawRow>(
    `SELECT map(${pairs.join(', ')}) AS fields, package, file, row FROM ${table}
     WHERE request_id = {request:String} AND ${sql} ORDER BY ${order}package, file, row`,
    { ...params, request },
  )
}

/** The events of a request in order; events of one moment in the order they came. */
export function readEvents(ch: Reader, request: string, unfinished: readonly number[]): Promise<RawEvent[]> {
  const { sql, params } = finished(unfinished)
  return ch.query<RawEvent>(
    `SELECT section, status, ${localText('at')} AS local, time_known AS timeKnown, package, file, row FROM events
     WHERE request_id = {request:String} AND ${sql} ORDER BY at, package, file, row`,
    { ...params, request },
  )
}
