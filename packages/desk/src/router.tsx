import { QueryCache } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { entrances } from './access/entrances.ts'
import { sessionQuery } from './access/session.ts'
import { SCREENS } from './contexts/screens.ts'
import { Failure } from './shared/api/problem.ts'
import { makeQueryClient } from './shared/api/queries.ts'
import { parseSearch, stringifySearch } from './shared/filters/slice.ts'
import { NotFound, ScreenTrouble } from './shared/ui/screen-trouble.tsx'
import { Waiting } from './shared/ui/states.tsx'
import { deskRoute, rootRoute } from './shell/desk-route.ts'

const screens = SCREENS.flatMap(({ routes }) => [...routes(deskRoute)])
const routeTree = rootRoute.addChildren([...entrances(rootRoute), deskRoute.addChildren(screens)])

/** A session that has ended while the page was open: the next answer says so, and the person signs in again. */
const answers = new QueryCache({
  onError: (error) => {
    if (!(error instanceof Failure) || error.status !== 401) return
    queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
    void router.invalidate()
  },
})

export const queryClient = makeQueryClient(answers)

export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ScreenTrouble,
  defaultNotFoundComponent: NotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
