import * as contract from '@otklik/model/access/api'
import { type App, serve } from '../../platform/http/index.ts'
import { nowOf } from '../deps.ts'
import { byPerson, personOf } from '../signing-in/person-of.ts'
import type { SignInDeps } from '../signing-in/sign-in.ts'
import { changePassword } from './change-password.ts'
import { closeOtherSessions, closeOwnSession, sessionsOf } from './own-sessions.ts'
import { readOwnAccess } from './read-own-access.ts'
import { beginSecondFactor, finishSecondFactor, removeSecondFactor, renewRecoveryCodes } from './second-factor.ts'

/** What everyone who has signed in may do with the own access, whatever the role. */
export function ownAccessRoutes(app: App, deps: SignInDeps): void {
  serve(app, contract.readOwnAccess, ({ who }) => readOwnAccess(deps, personOf(who)))
  serve(app, contract.listOwnSessions, async ({ who }) => {
    const { id, session } = personOf(who)
    return { sessions: await sessionsOf(deps.db, id, nowOf(deps), session) }
  })
  serve(app, contract.closeOwnSession, (call) => closeOwnSession(deps, call.params.id, byPerson(call)))
  serve(app, contract.closeOtherSessions, (call) => closeOtherSessions(deps, byPerson(call)))
  serve(app, contract.changePassword, (call) => changePassword(deps, call.body, byPerson(call)))
  serve(app, contract.beginSecondFactor, (call) => beginSecondFactor(deps, call.body.password ?? '', byPerson(call)))
  serve(app, contract.finishSecondFactor, (call) => finishSecondFactor(deps, call.body.code, byPerson(call)))
  serve(app, contract.removeSecondFactor, (call) => removeSecondFactor(deps, call.body.code, byPerson(call)))
  serve(app, contract.renewRecoveryCodes, (call) => renewRecoveryCodes(deps, call.body.code, byPerson(call)))
}
