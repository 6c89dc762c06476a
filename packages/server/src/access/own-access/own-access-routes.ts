import * as contract from '@otklik/model/access/api'
import { type App, serve } from '../../platform/http/index.ts'
import { nowOf } from '../parts.ts'
import { personOf } from '../signing-in/person-of.ts'
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
  serve(app, contract.closeOwnSession, ({ who, params, from }) =>
    closeOwnSession(parts, personOf(who), params.id, from),
  )
  serve(app, contract.closeOtherSessions, ({ who, from }) => closeOtherSessions(parts, personOf(who), from))
  serve(app, contract.changePassword, ({ who, body, from }) => changePassword(parts, personOf(who), body, from))
  serve(app, contract.beginSecondFactor, ({ who, body, from }) =>
    beginSecondFactor(parts, personOf(who), body.password ?? '', from),
  )
  serve(app, contract.finishSecondFactor, ({ who, body, from }) =>
    finishSecondFactor(parts, personOf(who), body.code, from),
  )
  serve(app, contract.removeSecondFactor, ({ who, body, from }) =>
    removeSecondFactor(parts, personOf(who), body.code, from),
  )
  serve(app, contract.renewRecoveryCodes, ({ who, body, from }) =>
    renewRecoveryCodes(parts, personOf(who), body.code, from),
  )
}
