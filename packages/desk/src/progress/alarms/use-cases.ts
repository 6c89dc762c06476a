import { listAlarmCases } from '@otklik/model/progress/api'
import { useQuery } from '@tanstack/react-query'
import { asked } from '../../shared/api/queries.ts'
import { useSlice } from '../../shared/filters/use-slice.ts'

/**
 * The cases of the services that the screen is narrowed to: the line of today, the cards and the list are of the same.
 * Nothing else narrows them: they are found over all requests for a service.
 */
export function useCases(state: 'open' | 'all' = 'open') {
  const { service, authority } = useSlice()
  return useQuery({
    ...asked(listAlarmCases, { query: { state, service, authority } }),
    placeholderData: (before) => before,
  })
}
