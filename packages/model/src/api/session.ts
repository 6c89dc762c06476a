import { type Static, Type } from 'typebox'
import { Instant, nullable } from './common.ts'
import { defineRoute } from './route.ts'

const tag = 'Вход'

export const Session = Type.Object({
  user: Type.Object({ id: Type.String(), login: Type.String(), name: Type.String() }),
  roles: Type.Array(Type.String()),
  rights: Type.Array(Type.String()),
})
export const SessionState = Type.Object({
  session: nullable(Session),
  /** True until the first administrator has been made by the first-start link. */
  firstStart: Type.Boolean(),
})
export type Session = Static<typeof Session>

export const readSession = defineRoute({
  method: 'GET',
  path: '/api/session',
  tag,
  summary: 'Кто вошёл и что ему можно',
  answer: SessionState,
})
export const signIn = defineRoute({
  method: 'POST',
  path: '/api/session',
  tag,
  summary: 'Войти по имени и паролю',
  body: Type.Object({ login: Type.String({ maxLength: 200 }), password: Type.String({ maxLength: 1000 }) }),
  answer: SessionState,
})
export const signOut = defineRoute({ method: 'DELETE', path: '/api/session', tag, summary: 'Выйти', status: 204 })
export const makeFirstAdministrator = defineRoute({
  method: 'POST',
  path: '/api/first-administrator',
  tag,
  summary: 'Завести первого администратора по одноразовой ссылке первого запуска',
  body: Type.Object({
    token: Type.String({ maxLength: 200 }),
    login: Type.String({ minLength: 3, maxLength: 200 }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    password: Type.String({ minLength: 12, maxLength: 1000 }),
  }),
  answer: SessionState,
})

export const SupplierToken = Type.Object({
  id: Type.String(),
  label: Type.String(),
  createdAt: Instant,
  expiresAt: nullable(Instant),
  lastUsedAt: nullable(Instant),
  revokedAt: nullable(Instant),
})
export const Supplier = Type.Object({ code: Type.String(), name: Type.String(), tokens: Type.Array(SupplierToken) })
export type Supplier = Static<typeof Supplier>
export const SupplierCode = Type.String({ pattern: '^[A-Za-z0-9._-]{1,40}$', description: 'Код поставщика' })

export const listSuppliers = defineRoute({
  method: 'GET',
  path: '/api/suppliers',
  tag: 'Поставщики',
  summary: 'Поставщики данных и их ключи',
  answer: Type.Object({ suppliers: Type.Array(Supplier) }),
})
export const saveSupplier = defineRoute({
  method: 'PUT',
  path: '/api/suppliers/:code',
  tag: 'Поставщики',
  summary: 'Завести поставщика или изменить его название',
  params: Type.Object({ code: SupplierCode }),
  body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 300 }) }),
  answer: Supplier,
})
export const issueToken = defineRoute({
  method: 'POST',
  path: '/api/suppliers/:code/tokens',
  tag: 'Поставщики',
  summary: 'Выдать ключ поставщика; ключ показывается один раз',
  params: Type.Object({ code: SupplierCode }),
  body: Type.Object({ label: Type.String({ minLength: 1, maxLength: 200 }), expiresAt: Type.Optional(Instant) }),
  answer: Type.Object({ id: Type.String(), token: Type.String() }),
  status: 201,
})
export const revokeToken = defineRoute({
  method: 'DELETE',
  path: '/api/suppliers/:code/tokens/:id',
  tag: 'Поставщики',
  summary: 'Отозвать ключ поставщика',
  params: Type.Object({ code: SupplierCode, id: Type.String() }),
  status: 204,
})
