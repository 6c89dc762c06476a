import {
  IconChecklist,
  IconMapPin,
  IconMessages,
  IconShieldLock,
  IconTags,
  IconAlertTriangle,
} from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { onlyFitting } from '../shared/filters/fitting.ts'
import { fieldTexts } from '../shared/i18n/field-name.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readMapSearch, readMeasuresSearch, readStatementsSearch, readVoicesSearch } from './change-search.ts'
import { changeTexts } from './texts/index.ts'

export const places = [
  { to: '/voices', name: 'voices', right: 'change.code', group: 'feedback', Icon: IconMessages },
  { to: '/pains', name: 'pains', right: 'change.read', group: 'changes', Icon: IconMapPin },
  { to: '/problems', name: 'problems', right: 'change.read', group: 'changes', Icon: IconAlertTriangle },
  { to: '/measures', name: 'measures', right: 'change.read', group: 'changes', Icon: IconChecklist },
  { to: '/topics', name: 'topics', right: 'change.read', group: null, Icon: IconTags },
  { to: '/masking', name: 'masking', right: 'change.read', group: null, Icon: IconShieldLock },
] as const satisfies readonly Place[]

const screen = screensWith(changeTexts, fieldTexts)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/voices',
    validateSearch: onlyFitting(readVoicesSearch),
    component: screen(() => import('./voices/coding.tsx'), 'CodingScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/voices/all',
    validateSearch: onlyFitting(readStatementsSearch),
    component: screen(() => import('./voices/statements.tsx'), 'StatementsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/masking',
    component: screen(() => import('./voices/masking.tsx'), 'MaskingScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/topics',
    component: screen(() => import('./rubricator/topics.tsx'), 'TopicsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/pains',
    validateSearch: onlyFitting(readMapSearch),
    component: screen(() => import('./map/pains.tsx'), 'PainsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/pains/editions/$edition',
    component: screen(() => import('./map/edition.tsx'), 'MapEditionScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/problems',
    component: screen(() => import('./problems/problems.tsx'), 'ProblemsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/problems/$problem',
    component: screen(() => import('./problems/problem.tsx'), 'ProblemScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/measures',
    validateSearch: onlyFitting(readMeasuresSearch),
    component: screen(() => import('./measures/measures.tsx'), 'MeasuresScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/measures/$measure',
    component: screen(() => import('./measures/measure.tsx'), 'MeasureScreen'),
  }),
]
