import { type ChartNote, listChartNotes } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { asked } from '../../shared/api/queries.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'

const NONE: readonly ChartNote[] = []

/** The notes that belong on the charts of the screen, the earliest first. */
export function useChartNotes(own?: string): readonly ChartNote[] {
  const { service = own, authority } = useSlice()
  const query = { ...(service === undefined ? {} : { service }), ...(authority === undefined ? {} : { authority }) }
  return useQuery(asked(listChartNotes, { query })).data?.notes ?? NONE
}
