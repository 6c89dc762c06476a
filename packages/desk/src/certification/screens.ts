import { IconAlertOctagon, IconCertificate, IconFileCertificate, IconListCheck } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { accessTexts } from '../access/texts/index.ts'
import { progressTexts } from '../progress/texts/index.ts'
import { registerTexts } from '../register/texts/index.ts'
import { onlyFitting } from '../shared/filters/fitting.ts'
import { fieldTexts } from '../shared/i18n/field-name.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readBoardSearch } from './board/board-search.ts'
import { readCasesSearch } from './cases/cases-search.ts'
import { readCertificatesSearch } from './certificates/certificates-search.ts'
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
  {
    to: '/certification',
    name: 'certification',
    right: 'certification.read',
    group: 'certification',
    Icon: IconListCheck,
  },
  {
    to: '/certification/register',
    name: 'certificates',
    right: 'certification.read',
    group: 'certification',
    Icon: IconFileCertificate,
  },
  {
    to: '/certification/cases',
    name: 'criticalCases',
    right: 'certification.read',
    group: 'certification',
    Icon: IconAlertOctagon,
  },
] as const satisfies readonly Place[]

const screen = screensWith(certificationTexts, fieldTexts, accessTexts, progressTexts, registerTexts)

const listRoutes = (desk: DeskRoute) =>
  [
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
      path: '/lists/forms',
      component: screen(() => import('./materials/forms.tsx'), 'FormsScreen'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/lists/entries/$entry',
      component: screen(() => import('./materials/entry-materials.tsx'), 'EntryMaterialsScreen'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/lists/$list/remarks',
      component: screen(() => import('./materials/remarks.tsx'), 'RemarksScreen'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/lists/$list',
      validateSearch: onlyFitting(readEditionSearch),
      component: screen(() => import('./edition/edition.tsx'), 'EditionScreen'),
    }),
  ] as const

const procedureRoutes = (desk: DeskRoute) =>
  [
    createRoute({
      getParentRoute: () => desk,
      path: '/certification',
      validateSearch: onlyFitting(readBoardSearch),
      component: screen(() => import('./board/board.tsx'), 'BoardScreen'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/certification/register',
      validateSearch: onlyFitting(readCertificatesSearch),
      component: screen(() => import('./certificates/certificates.tsx'), 'CertificatesScreen'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/certification/cases',
      validateSearch: onlyFitting(readCasesSearch),
      component: screen(() => import('./cases/cases.tsx'), 'CasesScreen'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/certification/cases/$case',
      component: screen(() => import('./cases/case.tsx'), 'CaseScreen'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/certification/$procedure',
      component: screen(() => import('./file/file.tsx'), 'FileScreen'),
    }),
  ] as const

export const routes = (desk: DeskRoute) => [...listRoutes(desk), ...procedureRoutes(desk)] as const
