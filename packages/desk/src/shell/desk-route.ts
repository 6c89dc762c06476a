import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../access/session.ts'
import { readSlice } from '../shared/filters/slice.ts'
import { NotFound } from '../shared/ui/screen-trouble.tsx'
import { startOf } from './start.ts'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NotFound })

/** The frame of all that is seen after signing in; contexts hang their screens below it. */
export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  // Whoever signs in has no use for it yet.
  component: lazyRouteComponent(() => import('../desk.tsx'), 'Desk'),
  validateSearch: readSlice,
  beforeLoad: async ({ context, location, cause }) => {
    const { session } = await context.queryClient.ensureQueryData(sessionQuery)
    if (session === null)
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href } })
    // Without the demanded second factor there are no rights: there is one place to go to.
    if (session.mustEnrol && location.pathname !== '/access') throw redirect({ to: '/access' })
    // The plain address of the desk opens where the role's day begins; from within it is a place like any other.
    const atDoor = location.pathname === '/' && (cause === 'enter' || !session.rights.includes('progress.read'))
    if (atDoor && startOf(session) !== '/') throw redirect({ to: startOf(session) })
  },
})

export type RootRoute = typeof rootRoute
export type DeskRoute = typeof deskRoute
