import { IconCertificate } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { accessTexts } from '../access/texts/index.ts'
import { progressTexts } from '../progress/texts/index.ts'
import { registerTexts } from '../register/texts/index.ts'
import { onlyFitting } from '../shared/filters/fitting.ts'
import { fieldTexts } from '../shared/i18n/field-name.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readEditionSearch, readObjectsSearch } from './lists/lists-search.ts'
import { certificationTexts } from './texts/index.ts'

export const places = [
  {
    to: '/lists',
    name: 'lists',
    right: 'lists.read',
    group: 'certification',
    Icon: IconCertificate,
    begins: ['working_group'],
  },
] as const satisfies readonly Place[]

const screen = screensWith(certificationTexts, fieldTexts, accessTexts, progressTexts, registerTexts)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/lists',
    component: screen(() => import('./lists/lists.tsx'), 'ListsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/lists/objects',
    validateSearch: onlyFitting(readObjectsSearch),
    component: screen(() => import('./objects/objects.tsx'), 'ObjectsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/lists/$list',
    validateSearch: onlyFitting(readEditionSearch),
    component: screen(() => import('./edition/edition.tsx'), 'EditionScreen'),
  }),
]
