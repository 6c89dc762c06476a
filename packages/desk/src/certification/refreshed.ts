import type { Route } from '@otklik/model/api'
import { useQueryClient } from '@tanstack/react-query'
import { Failure } from '../shared/api/problem.ts'

/**
 * Saves; where somebody else was faster (409), what is shown is asked for anew, so that the next attempt is made knowing
 * what there is now. The refusal goes on to the form, which keeps what was typed.
 */
export function useRefreshed({ path }: Pick<Route, 'path'>) {
  const client = useQueryClient()
  return async <T>(save: () => Promise<T>): Promise<T> => {
    try {
      return await save()
    } catch (error) {
      if (error instanceof Failure && error.status === 409) await client.invalidateQueries({ queryKey: [path] })
      throw error
    }
  }
}
