import { IconInbox } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { accessTexts } from '../access/texts/index.ts'
import { progressTexts } from '../progress/texts/index.ts'
import { onlyFitting } from '../shared/filters/fitting.ts'
import { fieldTexts } from '../shared/i18n/field-name.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readPackagesSearch } from './packages/packages-search.ts'
import { exchangeTexts } from './texts/index.ts'

export const places = [
  { to: '/packages', name: 'packages', right: 'packages.read', group: 'indicators', Icon: IconInbox },
] as const satisfies readonly Place[]

const screen = screensWith(exchangeTexts, fieldTexts, accessTexts, progressTexts)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/packages',
    validateSearch: onlyFitting(readPackagesSearch),
    component: screen(() => import('./packages/packages.tsx'), 'PackagesScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/packages/guide',
    component: screen(() => import('./guide/guide.tsx'), 'GuideScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/packages/codes/$code',
    component: screen(() => import('./guide/code.tsx'), 'CodeScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/packages/$package',
    component: screen(() => import('./receipt/receipt.tsx'), 'ReceiptScreen'),
  }),
]
