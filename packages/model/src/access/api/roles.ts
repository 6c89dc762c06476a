import { type Static, Type } from 'typebox'
import { OrganisationKind } from './organisations.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Роли'
const text = Type.String()

export const Role = Type.Object({
  role: text,
  name: text,
  about: text,
  rights: Type.Array(text),
  kinds: Type.Array(OrganisationKind),
  reach: Type.Enum(['own', 'territory', 'everything']),
  /** Whether those who hold it must sign in with a second factor. */
  secondFactor: Type.Boolean(),
})
export type Role = Static<typeof Role>

export const listRoles = defineRoute({
  method: 'GET',
  path: '/api/roles',
  tag,
  summary: 'Роли и их права',
  access: 'signed_in',
  answer: Type.Object({
    rights: Type.Array(Type.Object({ right: text, name: text })),
    roles: Type.Array(Role),
  }),
})
export const demandSecondFactor = defineRoute({
  method: 'PUT',
  path: '/api/roles/:role/second-factor',
  tag,
  summary: 'Требовать второй фактор от всех с этой ролью, или перестать',
  access: 'people.manage',
  params: Type.Object({ role: text }),
  body: Type.Object({ required: Type.Boolean() }),
  answer: Role,
})
