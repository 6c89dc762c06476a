import { IconHistory } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { accessTexts } from '../access/texts/index.ts'
import { certificationTexts } from '../certification/texts/index.ts'
import { allNames } from '../contexts/names.ts'
import { progressTexts } from '../progress/texts/index.ts'
import { onlyFitting } from '../shared/filters/fitting.ts'
import { fieldTexts } from '../shared/i18n/field-name.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readAuditSearch } from './audit-search.ts'
import { auditTexts } from './texts/index.ts'

export const places = [
  { to: '/audit', name: 'audit', right: 'audit.read', group: 'settings', Icon: IconHistory },
] as const satisfies readonly Place[]

const screen = screensWith(auditTexts, fieldTexts, accessTexts, certificationTexts, progressTexts, ...allNames)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/audit',
    validateSearch: onlyFitting(readAuditSearch),
    component: screen(() => import('./audit.tsx'), 'AuditScreen'),
  }),
]
