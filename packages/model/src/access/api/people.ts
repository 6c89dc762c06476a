import { type Static, Type } from 'typebox'
import { LONGEST_MAIL, MAIL_PATTERN } from '../mail.ts'
import { SHORTEST_REASON } from '../reason.ts'
import { Count, Instant, nullable, Paging, TableFormat } from '../../api/common.ts'
import { SignedInSession } from './own-access.ts'
import { defineRoute } from '../../api/route.ts'
import { Membership, PersonName } from './session.ts'

const tag = 'Люди'
const text = Type.String()

/** `invited`: has not accepted the invitation yet. */
export const PersonState = Type.Enum(['invited', 'active', 'deactivated'])
export const Person = Type.Object({
  id: text,
  name: text,
  login: nullable(text),
  mail: nullable(text),
  state: PersonState,
  /** Only those within the viewer's reach. */
  memberships: Type.Array(Type.Object({ ...Membership.properties, since: Instant })),
  secondFactor: Type.Boolean(),
  createdAt: Instant,
  lastSignedInAt: nullable(Instant),
  /** Every role of the person is within the viewer's reach: only then may the person be changed as a whole. */
  whole: Type.Boolean(),
})
export const Invitation = Type.Object({
  /** Shown once: it stands nowhere else. */
  url: text,
  expiresAt: Instant,
  /** Whether it goes by mail as well. */
  mailed: Type.Boolean(),
})
export const InvitedPerson = Type.Object({ person: Person, invitation: Invitation })
export type PersonState = Static<typeof PersonState>
export type Person = Static<typeof Person>
export type Invitation = Static<typeof Invitation>

const Mail = Type.String({ maxLength: LONGEST_MAIL, pattern: MAIL_PATTERN, description: 'Адрес почты' })
const params = Type.Object({ id: text })
const fields = Type.Object({ name: PersonName, mail: nullable(Mail) })
const role = Type.Object({ organisation: Type.Integer(), role: text })

export const listPeople = defineRoute({
  method: 'GET',
  path: '/api/people',
  tag,
  summary: 'Люди своей части системы',
  access: 'people.read',
  audit: { label: 'список людей' },
  query: Type.Object({
    ...Paging.properties,
    find: Type.Optional(Type.String({ maxLength: 200, description: 'Часть имени или имени для входа' })),
    /** Holders of a role in this organisation or under it. */
    organisation: Type.Optional(Type.Integer()),
    role: Type.Optional(text),
    state: Type.Optional(PersonState),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(Person) }),
})
export const readPerson = defineRoute({
  method: 'GET',
  path: '/api/people/:id',
  tag,
  summary: 'Один человек и его роли',
  access: 'people.read',
  params,
  answer: Person,
})
export const invitePerson = defineRoute({
  method: 'POST',
  path: '/api/people',
  tag,
  summary: 'Пригласить человека; ссылка показывается один раз',
  access: 'people.manage',
  body: Type.Object({ ...fields.properties, ...role.properties }),
  answer: InvitedPerson,
  status: 201,
})
export const savePerson = defineRoute({
  method: 'PUT',
  path: '/api/people/:id',
  tag,
  summary: 'Изменить имя и почту человека',
  access: 'people.manage',
  params,
  body: fields,
  answer: Person,
})
export const inviteAgain = defineRoute({
  method: 'POST',
  path: '/api/people/:id/invitation',
  tag,
  summary: 'Выдать новую ссылку приглашения; прежняя перестаёт действовать',
  access: 'people.manage',
  params,
  answer: Invitation,
  status: 201,
})
export const grantRole = defineRoute({
  method: 'POST',
  path: '/api/people/:id/memberships',
  tag,
  summary: 'Дать человеку роль в организации',
  access: 'people.manage',
  params,
  body: role,
  answer: Person,
  status: 201,
})
/** Moving a person is one call: the new role begins where the old one ends. */
export const moveRole = defineRoute({
  method: 'PUT',
  path: '/api/people/:id/memberships/:membership',
  tag,
  summary: 'Перевести человека в другую организацию или роль',
  access: 'people.manage',
  params: Type.Object({ id: text, membership: text }),
  body: role,
  answer: Person,
})
export const withdrawRole = defineRoute({
  method: 'DELETE',
  path: '/api/people/:id/memberships/:membership',
  tag,
  summary: 'Снять роль',
  access: 'people.manage',
  params: Type.Object({ id: text, membership: text }),
  answer: Person,
})
/** What the person holds (keys kept, invitations given out) goes to the successor, with the roles if asked for. */
export const deactivatePerson = defineRoute({
  method: 'POST',
  path: '/api/people/:id/deactivation',
  tag,
  summary: 'Закрыть доступ человеку и передать его дела',
  access: 'people.manage',
  params,
  body: Type.Object({
    reason: Type.String({ minLength: SHORTEST_REASON, maxLength: 500 }),
    successor: nullable(text),
    passRoles: Type.Boolean(),
  }),
  answer: Person,
})
export const reactivatePerson = defineRoute({
  method: 'DELETE',
  path: '/api/people/:id/deactivation',
  tag,
  summary: 'Открыть доступ снова; роли даются заново',
  access: 'people.manage',
  params,
  answer: Person,
})
/** What a successor would take over. */
export const readHoldings = defineRoute({
  method: 'GET',
  path: '/api/people/:id/holdings',
  tag,
  summary: 'Что числится за человеком',
  access: 'people.read',
  params,
  answer: Type.Object({ tokens: Type.Array(Type.Object({ id: text, label: text })), memberships: Count }),
})
export const listPersonSessions = defineRoute({
  method: 'GET',
  path: '/api/people/:id/sessions',
  tag,
  summary: 'Где человек сейчас вошёл',
  access: 'people.read',
  params,
  answer: Type.Object({ sessions: Type.Array(SignedInSession) }),
})
export const closePersonSessions = defineRoute({
  method: 'DELETE',
  path: '/api/people/:id/sessions',
  tag,
  summary: 'Закрыть все входы человека',
  access: 'people.manage',
  params,
  status: 204,
})
export const resetSecondFactor = defineRoute({
  method: 'DELETE',
  path: '/api/people/:id/second-factor',
  tag,
  summary: 'Снять потерянный второй фактор; входы человека закрываются',
  access: 'people.manage',
  params,
  status: 204,
})
