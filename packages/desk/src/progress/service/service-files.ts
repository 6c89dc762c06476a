import { readService, type ServicePage } from '@otklik/model/progress/api'
import { urlOf } from '../../shared/api/call.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'
import { type Files, filesOf } from '../../shared/table/files.ts'

/** The tables that only the page of a service has, as files of the same slice and period. */
export function useServiceFiles({ service, period }: ServicePage): (table: 'statuses' | 'criteria') => Files {
  const { service: _, ...slice } = useSlice()
  return (table) =>
    filesOf((format) =>
      urlOf(readService, { params: { service: service.id }, query: { ...slice, ...period, table, format } }),
    )
}
