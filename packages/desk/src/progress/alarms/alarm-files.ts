import type { QueryOf } from '@otklik/model/api'
import { listAlarms, listAlarmCases, printNotice } from '@otklik/model/progress/api'
import { urlOf } from '../../shared/api/call.ts'
import { type Files, filesOf, type Papers } from '../../shared/table/files.ts'

/** Critical values, or what they rest on, as files. */
export const alarmFiles = (query: QueryOf<typeof listAlarms>): Files =>
  filesOf((format) => urlOf(listAlarms, { query: { ...query, format } }))

/** Cases as files. */
export const caseFiles = (query: QueryOf<typeof listAlarmCases>): Files =>
  filesOf((format) => urlOf(listAlarmCases, { query: { ...query, format } }))

/** The draft of the notice about a critical value. */
export function noticeOf(id: number): Papers {
  const address = (format: 'docx' | 'pdf') => urlOf(printNotice, { params: { id }, query: { format } })
  return { docx: address('docx'), pdf: address('pdf') }
}
