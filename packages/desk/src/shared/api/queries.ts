import type { AnswerOf, Route } from '@otklik/model/api'
import { type QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import { call, type Input } from './call.ts'
import { Failure } from './problem.ts'

/** A question to the server that is remembered under the route's path and the input. */
export function asked<R extends Route>(route: R, input: Input<R>) {
  return queryOptions<AnswerOf<R>, Failure>({
    queryKey: [route.path, input],
    queryFn: ({ signal }) => call(route, input, signal),
  })
}

/** Asking once more helps against a broken line or a restart of the server, never against a refusal. */
const mayHelp = (error: unknown): boolean => error instanceof Failure && (error.status === 0 || error.status >= 502)

export function makeQueryClient(queryCache: QueryCache): QueryClient {
  return new QueryClient({
    queryCache,
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && mayHelp(error),
        retryDelay: 800,
      },
    },
  })
}
