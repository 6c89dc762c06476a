import type { QueryOf } from '@otklik/model/api'
import { listAlarms } from '@otklik/model/progress/api'
import { urlOf } from '../../shared/api/call.ts'
import { type Files, filesOf } from '../../shared/table/files.ts'

/** Critical values, or what they rest on, as files. */
export const alarmFiles = (query: QueryOf<typeof listAlarms>): Files =>
  filesOf((format) => urlOf(listAlarms, { query: { ...query, format } }))
