import { IconKey, IconSitemap, IconTable, IconUserShield, IconUsersGroup } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { allNames } from '../contexts/names.ts'
import { registerTexts } from '../register/texts/index.ts'
import { onlyFitting } from '../shared/filters/fitting.ts'
import { fieldTexts } from '../shared/i18n/field-name.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readOrganisationsSearch } from './organisations/organisations-search.ts'
import { readPeopleSearch } from './people/people-search.ts'
import { readRolesSearch } from './roles/roles-search.ts'
import { readSignInSearch } from './sign-in-search.ts'
import { entranceTexts } from './texts/entrance/index.ts'
import { accessTexts } from './texts/index.ts'
import { readKeysSearch } from './tokens/keys-search.ts'

export const places = [
  { to: '/people', name: 'people', right: 'people.read', group: 'settings', Icon: IconUsersGroup },
  { to: '/organisations', name: 'organisations', right: 'people.read', group: 'settings', Icon: IconSitemap },
  { to: '/roles', name: 'roles', right: 'people.read', group: 'settings', Icon: IconTable },
  { to: '/keys', name: 'keys', right: 'suppliers.read', group: 'settings', Icon: IconKey },
  { to: '/access', name: 'ownAccess', right: null, group: 'settings', Icon: IconUserShield },
] as const satisfies readonly Place[]

const screen = screensWith(accessTexts, entranceTexts, fieldTexts, registerTexts, ...allNames)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/people',
    validateSearch: onlyFitting(readPeopleSearch),
    component: screen(() => import('./people/people.tsx'), 'PeopleScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/people/$person',
    component: screen(() => import('./people/person.tsx'), 'PersonScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/organisations',
    validateSearch: onlyFitting(readOrganisationsSearch),
    component: screen(() => import('./organisations/organisations.tsx'), 'OrganisationsScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/roles',
    validateSearch: onlyFitting(readRolesSearch),
    component: screen(() => import('./roles/roles.tsx'), 'RolesScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/keys',
    validateSearch: onlyFitting(readKeysSearch),
    component: screen(() => import('./tokens/keys.tsx'), 'KeysScreen'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/access',
    validateSearch: onlyFitting(({ trouble }) => readSignInSearch({ trouble })),
    component: screen(() => import('./own-access/own-access.tsx'), 'OwnAccessScreen'),
  }),
]
