import type { Principal } from '@otklik/model/access'
import type { AnswerOf } from '@otklik/model/api'
import * as contract from '@otklik/model/api'
import { type App, needs, open, serve } from '../platform/http/index.ts'
import { clearCookie, readCookie, setCookie } from './cookie.ts'
import { makeFirstAdministrator } from './first-start.ts'
import { issueToken, revokeToken } from './issue-token.ts'
import { signIn, type SignInParts } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { listSuppliers, saveSupplier } from './suppliers.ts'
import { isFirstStart } from './users.ts'

export interface AccessRouteParts extends SignInParts {
  /** Attempts to sign in per minute from one address. */
  readonly attemptsPerMinute?: number
}

export function accessRoutes(app: App, parts: AccessRouteParts): void {
  sessionRoutes(app, parts)
  supplierRoutes(app, parts)
}

function sessionRoutes(app: App, parts: AccessRouteParts): void {
  const { publicUrl } = parts.config
  const limit = { perMinute: parts.attemptsPerMinute ?? 20 }

  serve(app, contract.readSession, open(), ({ who }) => stateOf(parts, who))

  serve(
    app,
    contract.signIn,
    open(),
    async ({ body, from, request, reply }) => {
      const { who, secret } = await signIn(parts, { ...body, oldSecret: readCookie(request, publicUrl), from })
      setCookie(reply, publicUrl, secret)
      return stateOf(parts, who)
    },
    limit,
  )
  serve(app, contract.signOut, open(), async ({ who, from, request, reply }) => {
    const secret = readCookie(request, publicUrl)
    if (secret !== undefined) await signOut(parts, secret, who, from)
    clearCookie(reply, publicUrl)
  })
  serve(
    app,
    contract.makeFirstAdministrator,
    open(),
    async ({ body, from, reply }) => {
      const { who, secret } = await makeFirstAdministrator(parts, body, from)
      setCookie(reply, publicUrl, secret)
      return stateOf(parts, who)
    },
    limit,
  )
}

function supplierRoutes(app: App, parts: AccessRouteParts): void {
  const manage = needs('suppliers.manage')
  serve(app, contract.listSuppliers, manage, async () => ({ suppliers: await listSuppliers(parts.db) }))
  serve(app, contract.saveSupplier, manage, ({ params, body, who, from }) =>
    saveSupplier(parts, { ...params, ...body }, who, from),
  )
  serve(app, contract.issueToken, manage, ({ params, body, who, from }) =>
    issueToken(parts, { ...params, ...body }, who, from),
  )
  serve(app, contract.revokeToken, manage, ({ params, who, from }) => revokeToken(parts, params, who, from))
}

/** A supplier's token and a command have no session: they are told that nobody has signed in. */
async function stateOf(parts: AccessRouteParts, who: Principal): Promise<AnswerOf<typeof contract.readSession>> {
  if (who.kind !== 'user') return { session: null, firstStart: await isFirstStart(parts.db) }
  const { id, login, name, roles, rights } = who
  return { session: { user: { id, login, name }, roles: [...roles], rights: [...rights] }, firstStart: false }
}
