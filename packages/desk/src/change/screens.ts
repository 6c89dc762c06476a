import {
  IconAdjustments,
  IconChecklist,
  IconMapPin,
  IconMessages,
  IconShieldLock,
  IconTags,
  IconTopologyStar,
  IconAlertTriangle,
} from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { onlyFitting } from '../shared/filters/fitting.ts'
import { fieldTexts } from '../shared/i18n/field-name.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import {
  readGroupsSearch,
  readMapSearch,
  readMeasuresSearch,
  readProblemsSearch,
  readStatementsSearch,
  readVoicesSearch,
} from './change-search.ts'
import { changeTexts } from './texts/index.ts'

export const places = [
  { to: '/voices', name: 'voices', right: 'change.code', group: 'feedback', Icon: IconMessages },
  { to: '/pains', name: 'pains', right: 'change.read', group: 'changes', Icon: IconMapPin },
  { to: '/problems', name: 'problems', right: 'change.read', group: 'changes', Icon: IconAlertTriangle },
  { to: '/measures', name: 'measures', right: 'change.read', group: 'changes', Icon: IconChecklist },
  { to: '/voices/groups', name: 'clusters', right: 'change.read', group: null, Icon: IconTopologyStar },
  { to: '/pains/settings', name: 'painSettings', right: 'change.read', group: null, Icon: IconAdjustments },
  { to: '/topics', name: 'topics', right: 'change.read', group: null, Icon: IconTags },
  { to: '/masking', name: 'masking', right: 'change.read', group: null, Icon: IconShieldLock },
] as const satisfies readonly Place[]

const screen = screensWith(changeTexts, fieldTexts)

const voiceRoutes = (desk: DeskRoute) => [
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
    path: '/voices/groups',
    validateSearch: onlyFitting(readGroupsSearch),
    component: screen(() => import('./voices/clusters.tsx'), 'ClustersScreen'),
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
]

const painRoutes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/pains',
    validateSearch: onlyFitting(readMapSearch),
    component: screen(() => import('./map/pains.tsx'), 'PainsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/pains/settings',
    component: screen(() => import('./map/pain-settings.tsx'), 'PainSettingsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/pains/editions/$edition',
    component: screen(() => import('./map/edition.tsx'), 'MapEditionScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/problems',
    validateSearch: onlyFitting(readProblemsSearch),
    component: screen(() => import('./problems/problems.tsx'), 'ProblemsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/problems/$problem',
    component: screen(() => import('./problems/problem.tsx'), 'ProblemScreen'),
  }),
]

const measureRoutes = (desk: DeskRoute) => [
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

export const routes = (desk: DeskRoute) => [...voiceRoutes(desk), ...painRoutes(desk), ...measureRoutes(desk)]
