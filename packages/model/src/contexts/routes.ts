import * as access from '../access/api/index.ts'
import type { Route } from '../api/route.ts'
import * as appeals from '../appeals/api/index.ts'
import * as calendar from '../calendar/api/index.ts'
import * as certification from '../certification/api/index.ts'
import * as change from '../change/api/index.ts'
import * as deadlines from '../deadlines/api/index.ts'
import * as exchange from '../exchange/api/index.ts'
import * as progress from '../progress/api/index.ts'
import * as register from '../register/api/index.ts'
import * as surveys from '../surveys/api/index.ts'

const APIS: Readonly<Record<string, object>> = {
  access,
  appeals,
  calendar,
  certification,
  change,
  deadlines,
  exchange,
  progress,
  register,
  surveys,
}

/** A call under the name it is exported by, which is its name in OpenAPI too. */
export interface NamedRoute {
  readonly name: string
  readonly context: string
  readonly route: Route
}

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

/** Every call of every context, by name. */
export const ROUTES: readonly NamedRoute[] = Object.entries(APIS)
  .flatMap(([context, api]) =>
    Object.entries(api).flatMap(([name, route]: [string, unknown]) =>
      isRoute(route) ? [{ name, context, route }] : [],
    ),
  )
  // Node sorts the names of a module, tools that bundle or run tests don't.
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
