import type { Route } from '@otklik/model/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type Input, urlOf } from '../shared/api/call.ts'
import { asked } from '../shared/api/queries.ts'
import { ON_PAGE } from './register-list.tsx'

const route = getRouteApi('/desk/register')

/** One page of a list of the register as the address asks for it, and the same rows as files. */
export function useRegister<R extends Route>(list: R) {
  const { find, offset } = route.useSearch()
  const query = { find, limit: ON_PAGE, offset: Number(offset ?? 0) }
  // Every list of the register takes the same questions.
  const answer = useQuery({ ...asked(list, { query } as Input<R>), placeholderData: (before) => before })
  const file = (format: 'csv' | 'xlsx') => urlOf(list, { query: { find, format } })
  return { answer, files: { csv: file('csv'), xlsx: file('xlsx') } }
}
