import { createRoute } from '@tanstack/react-router'
import { onlyFitting } from '../shared/filters/fitting.ts'
import type { RootRoute } from '../shell/desk-route.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readSignInSearch } from './sign-in-search.ts'
import { entranceTexts } from './texts/entrance/index.ts'

const screen = screensWith(entranceTexts)

/** The pages that are open without signing in. */
export const entrances = (root: RootRoute) => [
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: onlyFitting(readSignInSearch),
    component: screen(() => import('./sign-in.tsx'), 'SignIn'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/first-start',
    component: screen(() => import('./first-start.tsx'), 'FirstStart'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: screen(() => import('./invitation.tsx'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/password-reset',
    component: screen(() => import('./password-reset.tsx'), 'PasswordReset'),
  }),
]
