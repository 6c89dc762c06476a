import { QueryCache } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { readOrganisationsSearch } from './access/organisations/organisations-search.ts'
import { readPeopleSearch } from './access/people/people-search.ts'
import { readRolesSearch } from './access/roles/roles-search.ts'
import { sessionQuery } from './access/session.ts'
import { readSignInSearch } from './access/sign-in-search.ts'
import { readKeysSearch } from './access/tokens/keys-search.ts'
import { readAuditSearch } from './audit/audit-search.ts'
import { readEditionSearch, readObjectsSearch } from './certification/lists/lists-search.ts'
import { Desk } from './desk.tsx'
import { readOverviewSearch, readServicesSearch } from './progress/overview-search.ts'
import { readRequestsSearch } from './progress/requests/requests-search.ts'
import { readPackagesSearch } from './exchange/packages/packages-search.ts'
import { readRegisterSearch } from './register/register-search.ts'
import { makeQueryClient } from './shared/api/queries.ts'
import { Failure } from './shared/api/problem.ts'
import { onlyFitting } from './shared/filters/fitting.ts'
import { parseSearch, readSlice, stringifySearch } from './shared/filters/slice.ts'
import { startOf } from './shell/start.ts'
import { NotFound, ScreenTrouble } from './shared/ui/screen-trouble.tsx'
import { Waiting } from './shared/ui/states.tsx'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NotFound })

const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Desk,
  validateSearch: readSlice,
  beforeLoad: async ({ context, location, cause }) => {
    const { session } = await context.queryClient.ensureQueryData(sessionQuery)
    if (session === null)
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href } })
    // Without the demanded second factor there are no rights: there is one place to go to.
    if (session.mustEnrol && location.pathname !== '/access') throw redirect({ to: '/access' })
    // The plain address of the desk opens where the role's day begins; from within it is a place like any other.
    const atDoor = location.pathname === '/' && (cause === 'enter' || !session.rights.includes('progress.read'))
    if (atDoor && startOf(session) !== '/') throw redirect({ to: startOf(session) })
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: onlyFitting(readSignInSearch),
  component: lazyRouteComponent(() => import('./access/sign-in.tsx'), 'SignIn'),
})
const firstStart = createRoute({
  getParentRoute: () => root,
  path: '/first-start',
  component: lazyRouteComponent(() => import('./access/first-start.tsx'), 'FirstStart'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./access/invitation.tsx'), 'InvitationPage'),
})
const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-reset',
  component: lazyRouteComponent(() => import('./access/password-reset.tsx'), 'PasswordReset'),
})
const overview = createRoute({
  getParentRoute: () => desk,
  path: '/',
  validateSearch: onlyFitting(readOverviewSearch),
  component: lazyRouteComponent(() => import('./progress/overview.tsx'), 'OverviewScreen'),
})
const services = createRoute({
  getParentRoute: () => desk,
  path: '/services',
  validateSearch: onlyFitting(readServicesSearch),
  component: lazyRouteComponent(() => import('./progress/service/services.tsx'), 'ServicesScreen'),
})
const service = createRoute({
  getParentRoute: () => desk,
  path: '/services/$service',
  component: lazyRouteComponent(() => import('./progress/service/service.tsx'), 'ServiceScreen'),
})
const requests = createRoute({
  getParentRoute: () => desk,
  path: '/requests',
  validateSearch: onlyFitting(readRequestsSearch),
  component: lazyRouteComponent(() => import('./progress/requests/requests.tsx'), 'RequestsScreen'),
})
const request = createRoute({
  getParentRoute: () => desk,
  path: '/requests/$request',
  component: lazyRouteComponent(() => import('./progress/requests/request.tsx'), 'RequestScreen'),
})
const packages = createRoute({
  getParentRoute: () => desk,
  path: '/packages',
  validateSearch: onlyFitting(readPackagesSearch),
  component: lazyRouteComponent(() => import('./exchange/packages/packages.tsx'), 'PackagesScreen'),
})
const receipt = createRoute({
  getParentRoute: () => desk,
  path: '/packages/$package',
  component: lazyRouteComponent(() => import('./exchange/receipt/receipt.tsx'), 'ReceiptScreen'),
})
const register = createRoute({
  getParentRoute: () => desk,
  path: '/register',
  validateSearch: onlyFitting(readRegisterSearch),
  component: lazyRouteComponent(() => import('./register/register.tsx'), 'RegisterScreen'),
})
const lists = createRoute({
  getParentRoute: () => desk,
  path: '/lists',
  component: lazyRouteComponent(() => import('./certification/lists/lists.tsx'), 'ListsScreen'),
})
const listObjects = createRoute({
  getParentRoute: () => desk,
  path: '/lists/objects',
  validateSearch: onlyFitting(readObjectsSearch),
  component: lazyRouteComponent(() => import('./certification/objects/objects.tsx'), 'ObjectsScreen'),
})
const listEdition = createRoute({
  getParentRoute: () => desk,
  path: '/lists/$list',
  validateSearch: onlyFitting(readEditionSearch),
  component: lazyRouteComponent(() => import('./certification/edition/edition.tsx'), 'EditionScreen'),
})
const people = createRoute({
  getParentRoute: () => desk,
  path: '/people',
  validateSearch: onlyFitting(readPeopleSearch),
  component: lazyRouteComponent(() => import('./access/people/people.tsx'), 'PeopleScreen'),
})
const person = createRoute({
  getParentRoute: () => desk,
  path: '/people/$person',
  component: lazyRouteComponent(() => import('./access/people/person.tsx'), 'PersonScreen'),
})
const organisations = createRoute({
  getParentRoute: () => desk,
  path: '/organisations',
  validateSearch: onlyFitting(readOrganisationsSearch),
  component: lazyRouteComponent(() => import('./access/organisations/organisations.tsx'), 'OrganisationsScreen'),
})
const roles = createRoute({
  getParentRoute: () => desk,
  path: '/roles',
  validateSearch: onlyFitting(readRolesSearch),
  component: lazyRouteComponent(() => import('./access/roles/roles.tsx'), 'RolesScreen'),
})
const keys = createRoute({
  getParentRoute: () => desk,
  path: '/keys',
  validateSearch: onlyFitting(readKeysSearch),
  component: lazyRouteComponent(() => import('./access/tokens/keys.tsx'), 'KeysScreen'),
})
const respondents = createRoute({
  getParentRoute: () => desk,
  path: '/respondents',
  component: lazyRouteComponent(() => import('./progress/respondents/respondents.tsx'), 'RespondentsScreen'),
})
const audit = createRoute({
  getParentRoute: () => desk,
  path: '/audit',
  validateSearch: onlyFitting(readAuditSearch),
  component: lazyRouteComponent(() => import('./audit/audit.tsx'), 'AuditScreen'),
})
const ownAccess = createRoute({
  getParentRoute: () => desk,
  path: '/access',
  validateSearch: onlyFitting(({ trouble }) => readSignInSearch({ trouble })),
  component: lazyRouteComponent(() => import('./access/own-access/own-access.tsx'), 'OwnAccessScreen'),
})

const entrances = [signIn, firstStart, invitation, passwordReset]
const screens = [
  overview,
  services,
  service,
  requests,
  request,
  packages,
  receipt,
  register,
  lists,
  listObjects,
  listEdition,
  people,
  person,
  organisations,
  roles,
  keys,
  respondents,
  audit,
  ownAccess,
]
const routeTree = root.addChildren([...entrances, desk.addChildren(screens)])

/** A session that has ended while the page was open: the next answer says so, and the person signs in again. */
const answers = new QueryCache({
  onError: (error) => {
    if (!(error instanceof Failure) || error.status !== 401) return
    queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
    void router.invalidate()
  },
})

export const queryClient = makeQueryClient(answers)

export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ScreenTrouble,
  defaultNotFoundComponent: NotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
