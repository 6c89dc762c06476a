import { listSuppliers } from '@otklik/model/access/api'
import type { AnswerOf } from '@otklik/model/api'
import { readCalendar } from '@otklik/model/exchange/api'
import { CALENDAR_DAYS } from '@otklik/model/exchange'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMay } from '../../access/rights.ts'
import { asked } from '../../shared/api/queries.ts'
import { shiftDay, today } from './days.ts'

/** The calendar up to a day; its suppliers are all those whose packages one sees. */
export const calendarUntil = (last: string | null) => {
  const to = last ?? today()
  return asked(readCalendar, { query: { from: shiftDay(to, 1 - CALENDAR_DAYS), to } })
}

/** Those who keep the suppliers know them all; others choose among those whose packages they see. */
export function useSuppliers(): UseQueryResult<Pick<AnswerOf<typeof readCalendar>, 'suppliers'>, Error> {
  const keeper = useMay()('suppliers.manage')
  const all = useQuery({ ...asked(listSuppliers, {}), enabled: keeper })
  const seen = useQuery({ ...calendarUntil(null), enabled: !keeper })
  return keeper ? all : seen
}
