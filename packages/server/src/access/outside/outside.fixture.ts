import type { LightMyRequestResponse } from 'fastify'
import type { OidcConfig } from '../../platform/config.ts'
import { silentLog } from '../../platform/log.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { type AccessServer, accessServer, administrator } from '../access.fixture.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import { openOutside, type OutsideLimits } from './provider.ts'
import { CLIENT } from './real-provider.fixture.ts'

export const HOME = 'http://otklik.test'
export const CALLBACK = `${HOME}/api/outside-sign-in/callback`

export const oidcOf = (issuer: string, more: Partial<OidcConfig> = {}): OidcConfig => ({
  issuer,
  ...CLIENT,
  name: 'Портал',
  scope: 'openid',
  origins: [],
  privateNetwork: false,
  ...more,
})

/** A server with an outside provider. Its clock stands still: tokens are compared with the machine's own. */
export async function outsideServer(db: Db, oidc: OidcConfig, limits?: OutsideLimits) {
  const server = await accessServer(db, HOME, { outside: openOutside(oidc, silentLog(), limits) })
  return { ...server, ...callsOf(server) }
}
export type OutsideServer = Awaited<ReturnType<typeof outsideServer>>

function callsOf({ ask, deps }: AccessServer) {
  return {
    begin: (payload: object = {}) => ask({ method: 'POST', url: '/api/outside-sign-in', payload }),
    link: (cookie: string) => ask({ method: 'POST', url: '/api/my/identities', headers: { cookie } }),
    unlink: (cookie: string, id: string) =>
      ask({ method: 'DELETE', url: `/api/my/identities/${id}`, headers: { cookie } }),
    /** Back from the provider: a visit from another site, to which a strict cookie does not come along. */
    comeBack: ({ pathname, search }: URL, cookie = '') =>
      ask({
        url: pathname + search,
        headers: { cookie, origin: 'https://id.example', 'sec-fetch-site': 'cross-site' },
      }),
    session: (cookie: string) => ask({ url: '/api/session', headers: { cookie } }),
    identities: () => deps.db.selectFrom('access_identities').selectAll().orderBy('linked_at').execute(),
    audit: async () => {
      const rows = await deps.db.selectFrom('audit_log').select(['what', 'subject', 'entry']).orderBy('seq').execute()
      return rows
    },
  }
}

/** `name=value` of a cookie that an answer sets; an error when it sets none. */
export function cookieNamed(answer: LightMyRequestResponse, name: string): string {
  const line = [answer.headers['set-cookie']].flat().find((one) => one?.startsWith(`${name}=`))
  if (line === undefined) throw new Error(`no cookie ${name} in ${answer.statusCode} ${answer.body}`)
  return line.split(';')[0] ?? ''
}
export const attemptCookie = (answer: LightMyRequestResponse) => cookieNamed(answer, 'otklik_outside')
export const sessionCookie = (answer: LightMyRequestResponse) => cookieNamed(answer, 'otklik_session')
export const hasSession = (answer: LightMyRequestResponse) =>
  [answer.headers['set-cookie']].flat().some((line) => line?.startsWith('otklik_session='))

/** Empties what stands about people and gives an administrator's session. */
export async function emptied(server: OutsideServer): Promise<string> {
  for (const table of ['access_identities', 'access_invitations', 'access_outside_attempts'] as const)
    await server.deps.db.deleteFrom(table).execute()
  return administrator(server)
}

/** Someone invited who has not come yet. @returns the person's number and the secret of the link. */
export async function invited({ deps, clock }: OutsideServer, name = 'Борис') {
  const { id } = await deps.db
    .insertInto('access_users')
    .values({ name, folded: name.toLowerCase(), created_at: clock.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await deps.db
    .insertInto('access_memberships')
    .values({ user_id: id, organisation_id: 1, role: 'working_group', since: clock.now })
    .execute()
  const token = newSecret()
  const expires_at = new Date(clock.now.getTime() + 86_400_000)
  await deps.db
    .insertInto('access_invitations')
    .values({ hash: hashSecret(token), user_id: id, created_at: clock.now, expires_at })
    .execute()
  return { id, token }
}
