import { IconCalendarDue } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { onlyFitting } from '../shared/filters/fitting.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readDeadlinesSearch } from './deadlines-search.ts'
import { deadlinesTexts } from './texts/index.ts'

export const places = [
  { to: '/deadlines', name: 'deadlines', right: null, group: 'changes', Icon: IconCalendarDue },
] as const satisfies readonly Place[]

const screen = screensWith(deadlinesTexts)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/deadlines',
    validateSearch: onlyFitting(readDeadlinesSearch),
    component: screen(() => import('./deadlines.tsx'), 'DeadlinesScreen'),
  }),
]
