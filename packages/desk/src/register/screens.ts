import { IconBuildingCommunity } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { progressTexts } from '../progress/texts/index.ts'
import { onlyFitting } from '../shared/filters/fitting.ts'
import { fieldTexts } from '../shared/i18n/field-name.ts'
import type { DeskRoute } from '../shell/desk-route.ts'
import type { Place } from '../shell/place.ts'
import { screensWith } from '../shell/screens-with.ts'
import { readRegisterSearch } from './register-search.ts'
import { registerTexts } from './texts/index.ts'

export const places = [
  { to: '/register', name: 'register', right: 'register.read', group: 'settings', Icon: IconBuildingCommunity },
] as const satisfies readonly Place[]

const screen = screensWith(registerTexts, fieldTexts, progressTexts)

export const routes = (desk: DeskRoute) => [
  createRoute({
    getParentRoute: () => desk,
    path: '/register',
    validateSearch: onlyFitting(readRegisterSearch),
    component: screen(() => import('./register.tsx'), 'RegisterScreen'),
  }),
]
