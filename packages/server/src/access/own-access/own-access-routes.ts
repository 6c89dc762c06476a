import * as contract from '@otklik/model/access/api'
import { type App, serve } from '../../platform/http/index.ts'
import { nowOf } from '../parts.ts'
import { byPerson, personOf } from '../signing-in/person-of.ts'
import type { SignInParts } from '../signing-in/sign-in.ts'
import { changePassword } from './change-password.ts'
import { closeOtherSessions, closeOwnSession, sessionsOf } from './own-sessions.ts'
import { readOwnAccess } from './read-own-access.ts'
import { beginSecondFactor, finishSecondFactor, removeSecondFactor, renewRecoveryCodes } from './second-factor.ts'

/** What everyone who has signed in may do with the own access, whatever the role. */
export function ownAccessRoutes(app: App, parts: SignInParts): void {
  serve(app, contract.readOwnAccess, ({ who }) => readOwnAccess(parts, personOf(who)))
  serve(app, contract.listOwnSessions, async ({ who }) => {
    const { id, session } = personOf(who)
    return { sessions: await sessionsOf(parts.db, id, nowOf(parts), session) }
  })
  serve(app, contract.closeOwnSession, (call) => closeOwnSession(parts, call.params.id, byPerson(call)))
  serve(app, contract.closeOtherSessions, (call) => closeOtherSessions(parts, byPerson(call)))
  serve(app, contract.changePassword, (call) => changePassword(parts, call.body, byPerson(call)))
  serve(app, contract.beginSecondFactor, (call) => beginSecondFactor(parts, call.body.password ?? '', byPerson(call)))
  serve(app, contract.finishSecondFactor, (call) => finishSecondFactor(parts, call.body.code, byPerson(call)))
  serve(app, contract.removeSecondFactor, (call) => removeSecondFactor(parts, call.body.code, byPerson(call)))
  serve(app, contract.renewRecoveryCodes, (call) => renewRecoveryCodes(parts, call.body.code, byPerson(call)))
}
