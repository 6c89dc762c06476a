import { type Static, Type } from 'typebox'
import { Count, Instant, nullable } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { FactorCode, Membership, NewPassword, Password } from './session.ts'

const tag = 'Мой доступ'
const text = Type.String()

export const OwnAccess = Type.Object({
  memberships: Type.Array(
    Type.Object({ ...Membership.properties, kind: text, since: Instant, rights: Type.Array(text) }),
  ),
  /** What the role acted in reaches, in words of the register. */
  reach: Type.Object({
    everything: Type.Boolean(),
    organisations: Count,
    regions: Type.Array(text),
    authorities: Type.Array(text),
    offices: Type.Array(text),
    suppliers: Type.Array(text),
  }),
  hasPassword: Type.Boolean(),
  passwordChangedAt: nullable(Instant),
  secondFactor: Type.Object({
    required: Type.Boolean(),
    since: nullable(Instant),
    recoveryCodesLeft: Count,
  }),
  identities: Type.Array(Type.Object({ id: text, issuer: text, linkedAt: Instant })),
  /** The outside identity provider's name; null: there is none to link with. */
  outside: nullable(text),
})
export const SignedInSession = Type.Object({
  id: text,
  current: Type.Boolean(),
  startedAt: Instant,
  lastSeenAt: Instant,
  address: text,
  /** As the browser called itself; shortened. */
  userAgent: text,
  by: Type.Enum(['password', 'outside']),
})
export const RecoveryCodes = Type.Object({ recoveryCodes: Type.Array(text) })
export type OwnAccess = Static<typeof OwnAccess>
export type SignedInSession = Static<typeof SignedInSession>

export const readOwnAccess = defineRoute({
  method: 'GET',
  path: '/api/my/access',
  tag,
  summary: 'Мои роли, права и способы входа',
  access: 'signed_in',
  answer: OwnAccess,
})
export const listOwnSessions = defineRoute({
  method: 'GET',
  path: '/api/my/sessions',
  tag,
  summary: 'Где я сейчас вошёл',
  access: 'signed_in',
  answer: Type.Object({ sessions: Type.Array(SignedInSession) }),
})
export const closeOwnSession = defineRoute({
  method: 'DELETE',
  path: '/api/my/sessions/:id',
  tag,
  summary: 'Закрыть один из своих входов',
  access: 'signed_in',
  params: Type.Object({ id: text }),
  status: 204,
})
export const closeOtherSessions = defineRoute({
  method: 'DELETE',
  path: '/api/my/sessions',
  tag,
  summary: 'Закрыть все свои входы, кроме этого',
  access: 'signed_in',
  status: 204,
})
export const changePassword = defineRoute({
  method: 'PUT',
  path: '/api/my/password',
  tag,
  summary: 'Сменить пароль; остальные входы закрываются',
  access: 'signed_in',
  body: Type.Object({ current: Password, password: NewPassword }),
  status: 204,
})
/** The secret is shown for the authenticator; the factor is on once a code of it has been given back. */
export const beginSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/my/second-factor',
  tag,
  summary: 'Начать подключение второго фактора',
  access: 'signed_in',
  body: Type.Object({ password: Type.Optional(Password) }),
  answer: Type.Object({ secret: text, uri: text }),
})
export const finishSecondFactor = defineRoute({
  method: 'PUT',
  path: '/api/my/second-factor',
  tag,
  summary: 'Подключить второй фактор кодом из приложения; возвращает коды восстановления',
  access: 'signed_in',
  body: Type.Object({ code: FactorCode }),
  answer: RecoveryCodes,
})
export const removeSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/my/second-factor/removal',
  tag,
  summary: 'Отключить второй фактор',
  access: 'signed_in',
  body: Type.Object({ code: FactorCode }),
  status: 204,
})
export const renewRecoveryCodes = defineRoute({
  method: 'POST',
  path: '/api/my/recovery-codes',
  tag,
  summary: 'Получить новые коды восстановления вместо прежних',
  access: 'signed_in',
  body: Type.Object({ code: FactorCode }),
  answer: RecoveryCodes,
})
export const linkIdentity = defineRoute({
  method: 'POST',
  path: '/api/my/identities',
  tag,
  summary: 'Начать привязку учётной записи внешней системы',
  access: 'signed_in',
  answer: Type.Object({ url: text }),
})
export const unlinkIdentity = defineRoute({
  method: 'DELETE',
  path: '/api/my/identities/:id',
  tag,
  summary: 'Отвязать учётную запись внешней системы',
  access: 'signed_in',
  params: Type.Object({ id: text }),
  status: 204,
})
