import { type Static, Type } from 'typebox'
import { nullable } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Вход'
const text = Type.String()

/** A role held in an organisation. */
export const Membership = Type.Object({
  id: text,
  role: text,
  organisation: Type.Object({ id: Type.Integer(), name: text }),
})
export const Session = Type.Object({
  user: Type.Object({ id: text, login: text, name: text }),
  /** The role acted in; null: the person has none. */
  membership: nullable(Membership),
  /** All roles of the person: the desk offers to switch where there are several. */
  memberships: Type.Array(Membership),
  rights: Type.Array(text),
  /** Whether records of the whole system are within reach. */
  everything: Type.Boolean(),
  /** The role demands a second factor that is not set up yet: until then there are no rights. */
  mustEnrol: Type.Boolean(),
})
export const SessionState = Type.Object({
  session: nullable(Session),
  /** True until the first administrator has been made by the first-start link. */
  firstStart: Type.Boolean(),
  /** The password was right, and a code of the second factor is awaited. */
  secondFactor: Type.Boolean(),
  /** The outside identity provider's name for its button; null: there is none. */
  outside: nullable(text),
  /** Whether a forgotten password can be replaced by mail. */
  mail: Type.Boolean(),
})
export type Membership = Static<typeof Membership>
export type Session = Static<typeof Session>
export type SessionState = Static<typeof SessionState>

export const Login = Type.String({ maxLength: 200, description: 'Имя для входа' })
export const NewLogin = Type.String({ minLength: 3, maxLength: 200, description: 'Имя для входа' })
export const Password = Type.String({ maxLength: 1000 })
export const NewPassword = Type.String({ minLength: 12, maxLength: 1000 })
export const PersonName = Type.String({ minLength: 1, maxLength: 200 })
export const LinkToken = Type.String({ maxLength: 200, description: 'Одноразовый ключ из ссылки' })
/** Six figures of the authenticator, or a recovery code. */
export const FactorCode = Type.String({ maxLength: 40 })

export const readSession = defineRoute({
  method: 'GET',
  path: '/api/session',
  tag,
  summary: 'Кто вошёл и что ему можно',
  access: 'open',
  answer: SessionState,
})
export const signIn = defineRoute({
  method: 'POST',
  path: '/api/session',
  tag,
  summary: 'Войти по имени и паролю',
  access: 'open',
  body: Type.Object({ login: Login, password: Password }),
  answer: SessionState,
})
export const confirmSecondFactor = defineRoute({
  method: 'POST',
  path: '/api/session/second-factor',
  tag,
  summary: 'Закончить вход кодом второго фактора или кодом восстановления',
  access: 'open',
  body: Type.Object({ code: FactorCode }),
  answer: SessionState,
})
export const switchMembership = defineRoute({
  method: 'PUT',
  path: '/api/session/membership',
  tag,
  summary: 'Действовать в другой своей роли',
  access: 'signed_in',
  body: Type.Object({ membership: text }),
  answer: SessionState,
})
export const signOut = defineRoute({
  method: 'DELETE',
  path: '/api/session',
  tag,
  summary: 'Выйти',
  access: 'open',
  status: 204,
})
export const makeFirstAdministrator = defineRoute({
  method: 'POST',
  path: '/api/first-administrator',
  tag,
  summary: 'Завести первого администратора по одноразовой ссылке первого запуска',
  access: 'open',
  body: Type.Object({ token: LinkToken, login: NewLogin, name: PersonName, password: NewPassword }),
  answer: SessionState,
})

/** What an invitation says of itself before it is accepted. */
export const lookUpInvitation = defineRoute({
  method: 'POST',
  path: '/api/invitations/lookup',
  tag,
  summary: 'Кого и куда приглашает ссылка',
  access: 'open',
  body: Type.Object({ token: LinkToken }),
  answer: Type.Object({ name: text, memberships: Type.Array(Membership), outside: nullable(text) }),
})
export const acceptInvitation = defineRoute({
  method: 'POST',
  path: '/api/invitations/acceptance',
  tag,
  summary: 'Принять приглашение: выбрать имя для входа и пароль',
  access: 'open',
  body: Type.Object({ token: LinkToken, login: NewLogin, password: NewPassword }),
  answer: SessionState,
})

/** The answer is the same for every login, known or not. */
export const askPasswordReset = defineRoute({
  method: 'POST',
  path: '/api/password-resets',
  tag,
  summary: 'Прислать на почту ссылку для нового пароля',
  access: 'open',
  body: Type.Object({ login: Login }),
  status: 202,
  answer: Type.Object({}),
})
export const completePasswordReset = defineRoute({
  method: 'POST',
  path: '/api/password-resets/completion',
  tag,
  summary: 'Задать новый пароль по ссылке из письма; все входы этого человека закрываются',
  access: 'open',
  body: Type.Object({ token: LinkToken, password: NewPassword }),
  status: 204,
})

/** The browser goes on to `url`, the provider's page. */
export const beginOutsideSignIn = defineRoute({
  method: 'POST',
  path: '/api/outside-sign-in',
  tag,
  summary: 'Начать вход через внешнюю систему (OpenID Connect)',
  access: 'open',
  body: Type.Object({
    /** Path of the desk to return to. */
    back: Type.Optional(Type.String({ maxLength: 2000 })),
    /** Accept this invitation with the outside identity. */
    invitation: Type.Optional(LinkToken),
  }),
  answer: Type.Object({ url: text }),
})
/** The provider sends the browser here; it is sent on to the desk, with `?trouble=…` where the sign-in has failed. */
export const finishOutsideSignIn = defineRoute({
  method: 'GET',
  path: '/api/outside-sign-in/callback',
  tag,
  summary: 'Возврат из внешней системы',
  access: 'open',
  // Providers add fields of their own, and the protocol wants them to be ignored.
  query: Type.Object(
    {
      code: Type.Optional(Type.String({ maxLength: 4000 })),
      state: Type.Optional(Type.String({ maxLength: 400 })),
      error: Type.Optional(Type.String({ maxLength: 400 })),
      error_description: Type.Optional(Type.String({ maxLength: 4000 })),
      iss: Type.Optional(Type.String({ maxLength: 1000 })),
      session_state: Type.Optional(Type.String({ maxLength: 1000 })),
    },
    { additionalProperties: true },
  ),
  status: 303,
})
