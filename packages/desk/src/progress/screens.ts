import {
  IconArrowsDiff,
  IconChartDots3,
  IconClipboardText,
  IconFileText,
  IconListDetails,
  IconMessage2Star,
} from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { onlyFitting } from '../shared/filters/fitting.ts'
import { fieldTexts } from '../shared/i18n/field-name.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { surveysTexts } from '../surveys/texts/index.ts'
import { readOverviewSearch, readServicesSearch } from './overview-search.ts'
import { readRequestsSearch } from './requests/requests-search.ts'
import { progressTexts } from './texts/index.ts'
import { readWhySearch } from './why/why-search.ts'

export const places = [
  { to: '/', name: 'overview', right: 'progress.read', group: 'indicators', Icon: IconChartDots3 },
  {
    to: '/leader',
    name: 'leader',
    right: 'progress.read',
    group: 'indicators',
    Icon: IconClipboardText,
    begins: ['ministry_observer', 'authority_head', 'client_centricity_lead'],
  },
  { to: '/services', name: 'services', right: 'progress.read', group: 'indicators', Icon: IconListDetails },
  { to: '/why', name: 'why', right: 'progress.read', group: 'indicators', Icon: IconArrowsDiff },
  { to: '/requests', name: 'requests', right: 'requests.read', group: 'indicators', Icon: IconFileText },
  {
    to: '/respondents',
    name: 'respondents',
    right: 'respondents.read',
    group: 'feedback',
    Icon: IconMessage2Star,
  },
] as const satisfies readonly Place[]

const screen = screensWith(progressTexts, fieldTexts)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/',
    validateSearch: onlyFitting(readOverviewSearch),
    component: screen(() => import('./overview.tsx'), 'OverviewScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/leader',
    component: screen(() => import('./leader/leader.tsx'), 'LeaderScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/services',
    validateSearch: onlyFitting(readServicesSearch),
    component: screen(() => import('./service/services.tsx'), 'ServicesScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/services/$service',
    component: screensWith(
      progressTexts,
      fieldTexts,
      surveysTexts,
    )(() => import('./service/service.tsx'), 'ServiceScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/why',
    validateSearch: onlyFitting(readWhySearch),
    component: screen(() => import('./why/why.tsx'), 'WhyScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/requests',
    validateSearch: onlyFitting(readRequestsSearch),
    component: screen(() => import('./requests/requests.tsx'), 'RequestsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/requests/$request',
    component: screen(() => import('./requests/request.tsx'), 'RequestScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/respondents',
    component: screen(() => import('./respondents/respondents.tsx'), 'RespondentsScreen'),
  }),
]
