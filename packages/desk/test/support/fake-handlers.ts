import { accessHandlers } from './fake-access.ts'
import { appealsHandlers } from './fake-appeals.ts'
import { auditHandlers } from './fake-audit.ts'
import { changeHandlers } from './fake-change.ts'
import { calendarHandlers } from './fake-calendar.ts'
import { certificationHandlers } from './fake-certification.ts'
import type { Handlers } from './fake-contract.ts'
import { deadlineHandlers } from './fake-deadlines.ts'
import { exchangeHandlers } from './fake-exchange.ts'
import { listHandlers } from './fake-lists.ts'
import { materialHandlers } from './fake-materials.ts'
import { objectHandlers } from './fake-objects.ts'
import { organisationHandlers } from './fake-organisations.ts'
import { ownAccessHandlers } from './fake-own-access.ts'
import { peopleHandlers } from './fake-people.ts'
import { progressHandlers } from './fake-progress.ts'
import { registerHandlers } from './fake-register.ts'
import { roleHandlers } from './fake-roles.ts'
import { surveysHandlers } from './fake-surveys.ts'
import { tokenHandlers } from './fake-tokens.ts'

/** The answers of all contexts, under the names of their routes; a route without one is answered with 501. */
export const fakeHandlers: Handlers = {
  ...accessHandlers,
  ...appealsHandlers,
  ...auditHandlers,
  ...changeHandlers,
  ...calendarHandlers,
  ...certificationHandlers,
  ...deadlineHandlers,
  ...exchangeHandlers,
  ...listHandlers,
  ...materialHandlers,
  ...objectHandlers,
  ...organisationHandlers,
  ...ownAccessHandlers,
  ...peopleHandlers,
  ...progressHandlers,
  ...registerHandlers,
  ...roleHandlers,
  ...surveysHandlers,
  ...tokenHandlers,
}
