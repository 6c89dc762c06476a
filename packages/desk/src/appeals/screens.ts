import { IconMail, IconReportAnalytics } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { accessTexts } from '../access/texts/index.ts'
import { onlyFitting } from '../shared/filters/fitting.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readAppealsSearch, readQuarterSearch } from './appeals-search.ts'
import { appealsTexts } from './texts/index.ts'

export const places = [
  {
    to: '/appeals',
    name: 'appeals',
    right: 'appeals.read',
    group: 'feedback',
    Icon: IconMail,
    begins: ['appeals_officer', 'executor'],
  },
  {
    to: '/appeals-quarter',
    name: 'appealsQuarter',
    right: 'appeals.read',
    group: 'feedback',
    Icon: IconReportAnalytics,
  },
] as const satisfies readonly Place[]

const screen = screensWith(appealsTexts, accessTexts)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/appeals',
    validateSearch: onlyFitting(readAppealsSearch),
    component: screen(() => import('./register/appeals.tsx'), 'AppealsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/appeals-quarter',
    validateSearch: onlyFitting(readQuarterSearch),
    component: screen(() => import('./figures/quarter.tsx'), 'QuarterScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/appeals/rules',
    component: screen(() => import('./figures/rules.tsx'), 'RulesScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/appeals/loading',
    component: screen(() => import('./loading/loading.tsx'), 'LoadingScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/appeals/$appeal',
    component: screen(() => import('./card/appeal.tsx'), 'AppealScreen'),
  }),
]
