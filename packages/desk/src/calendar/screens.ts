import { IconCalendarMonth } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { onlyFitting } from '../shared/filters/fitting.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readCalendarSearch } from './calendar-search.ts'
import { calendarTexts } from './texts/index.ts'

export const places = [
  { to: '/calendar', name: 'workingCalendar', right: 'register.read', group: 'settings', Icon: IconCalendarMonth },
] as const satisfies readonly Place[]

const screen = screensWith(calendarTexts)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/calendar',
    validateSearch: onlyFitting(readCalendarSearch),
    component: screen(() => import('./working-calendar.tsx'), 'WorkingCalendarScreen'),
  }),
]
