import { type Static, Type } from 'typebox'
import { Count, Instant, nullable, Paging, SupplierCode, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Поставщики и ключи'
const text = Type.String()

const Owner = Type.Object({ id: Type.Integer(), name: text })
/** A key of a machine: never the key itself, which is shown once. */
export const Token = Type.Object({
  id: text,
  label: text,
  organisation: Owner,
  /** Acts for this supplier only; null: for all suppliers of its organisation. */
  supplier: nullable(text),
  rights: Type.Array(text),
  /** Who answers for it. */
  keeper: nullable(Type.Object({ id: text, name: text })),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: nullable(Instant),
  lastUsedFrom: nullable(text),
  revokedAt: nullable(Instant),
})
export const Supplier = Type.Object({
  code: text,
  name: text,
  organisation: Owner,
  tokens: Type.Array(Token),
})
export type Token = Static<typeof Token>
export type Supplier = Static<typeof Supplier>

const Label = Type.String({ minLength: 1, maxLength: 200 })
const Issued = Type.Object({ id: text, token: text })

export const listSuppliers = defineRoute({
  method: 'GET',
  path: '/api/suppliers',
  tag,
  summary: 'Поставщики данных и их ключи',
  access: 'suppliers.read',
  answer: Type.Object({ suppliers: Type.Array(Supplier) }),
})
export const saveSupplier = defineRoute({
  method: 'PUT',
  path: '/api/suppliers/:code',
  tag,
  summary: 'Завести поставщика или изменить его название и организацию',
  access: 'suppliers.manage',
  params: Type.Object({ code: SupplierCode }),
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 300 }),
    /** Absent: as it is; for a new supplier, the organisation acted in. */
    organisation: Type.Optional(Type.Integer()),
  }),
  answer: Supplier,
})
export const issueToken = defineRoute({
  method: 'POST',
  path: '/api/suppliers/:code/tokens',
  tag,
  summary: 'Выдать ключ поставщика; ключ показывается один раз',
  access: 'suppliers.manage',
  params: Type.Object({ code: SupplierCode }),
  body: Type.Object({ label: Label, expiresAt: Type.Optional(Instant) }),
  answer: Issued,
  status: 201,
})
export const revokeToken = defineRoute({
  method: 'DELETE',
  path: '/api/suppliers/:code/tokens/:id',
  tag,
  summary: 'Отозвать ключ поставщика',
  access: 'suppliers.manage',
  params: Type.Object({ code: SupplierCode, id: text }),
  status: 204,
})
export const listTokens = defineRoute({
  method: 'GET',
  path: '/api/tokens',
  tag,
  summary: 'Ключи машин своей части системы',
  access: 'suppliers.read',
  audit: { label: 'список ключей' },
  query: Type.Object({
    ...Paging.properties,
    find: Type.Optional(text),
    state: Type.Optional(Type.Enum(['good', 'expired', 'revoked'])),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(Token) }),
})
export const issueMachineToken = defineRoute({
  method: 'POST',
  path: '/api/tokens',
  tag,
  summary: 'Выдать ключ с правами на часть системы; ключ показывается один раз',
  access: 'suppliers.manage',
  body: Type.Object({
    label: Label,
    organisation: Type.Integer(),
    rights: Type.Array(text, { minItems: 1, maxItems: 50 }),
    /** Absent: a year from now; two years at most. */
    expiresAt: Type.Optional(Instant),
  }),
  answer: Issued,
  status: 201,
})
export const revokeMachineToken = defineRoute({
  method: 'DELETE',
  path: '/api/tokens/:id',
  tag,
  summary: 'Отозвать ключ',
  access: 'suppliers.manage',
  params: Type.Object({ id: text }),
  status: 204,
})
