import { type Static, Type } from 'typebox'
import { Count, Instant, nullable, Paging, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Организации'
const text = Type.String()
const line = (maxLength: number) => nullable(Type.String({ minLength: 1, maxLength }))

export const OrganisationKind = Type.Enum([
  'system',
  'ministry',
  'analytical_centre',
  'region',
  'coordinating_department',
  'federal_body',
  'regional_body',
  'municipal_body',
  'mfc',
  'institution',
  'office',
])
export const OrganisationFields = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 1000 }),
  shortName: line(200),
  /** Two-digit code; null: as the organisation above. */
  region: nullable(text),
  /** IANA name; null: as the organisation above, else the region's. */
  zone: nullable(text),
  ogrn: nullable(Type.String({ pattern: '^\\d{13}$', description: 'ОГРН' })),
  address: line(500),
  phone: line(100),
  mail: line(254),
  /** The number of the authority of the register that this organisation is: its services are within reach. */
  authority: nullable(text),
  /** How requests name this office; with the region it says which requests are within reach. */
  office: line(1000),
})
const Step = Type.Object({ id: Type.Integer(), name: text })
export const Organisation = Type.Object({
  id: Type.Integer(),
  parent: nullable(Type.Integer()),
  kind: OrganisationKind,
  ...OrganisationFields.properties,
  authorityName: nullable(text),
  /** From the top of the viewer's part down to the organisation above this one. */
  above: Type.Array(Step),
  /** Organisations directly under it. */
  children: Count,
  /** People with a role in it or under it. */
  people: Count,
  createdAt: Instant,
  closedAt: nullable(Instant),
})
export type OrganisationFields = Static<typeof OrganisationFields>
export type Organisation = Static<typeof Organisation>

const params = Type.Object({ id: Type.Integer() })

/** Without `parent` and `find`: the top of the viewer's part. */
export const listOrganisations = defineRoute({
  method: 'GET',
  path: '/api/organisations',
  tag,
  summary: 'Организации своей части системы',
  access: 'people.read',
  audit: { label: 'список организаций' },
  query: Type.Object({
    ...Paging.properties,
    /** Directly under this one. */
    parent: Type.Optional(Type.Integer()),
    /** Anywhere in the viewer's part, by a part of the name or by ОГРН. */
    find: Type.Optional(Type.String({ maxLength: 200 })),
    kind: Type.Optional(OrganisationKind),
    closed: Type.Optional(Type.Boolean({ default: false })),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(Organisation) }),
})
export const readOrganisation = defineRoute({
  method: 'GET',
  path: '/api/organisations/:id',
  tag,
  summary: 'Одна организация',
  access: 'people.read',
  params,
  answer: Organisation,
})
export const addOrganisation = defineRoute({
  method: 'POST',
  path: '/api/organisations',
  tag,
  summary: 'Завести организацию',
  access: 'people.manage',
  body: Type.Object({ parent: Type.Integer(), kind: OrganisationKind, ...OrganisationFields.properties }),
  answer: Organisation,
  status: 201,
})
export const saveOrganisation = defineRoute({
  method: 'PUT',
  path: '/api/organisations/:id',
  tag,
  summary: 'Изменить организацию',
  access: 'people.manage',
  params,
  body: OrganisationFields,
  answer: Organisation,
})
export const moveOrganisation = defineRoute({
  method: 'PUT',
  path: '/api/organisations/:id/parent',
  tag,
  summary: 'Переподчинить организацию вместе со всеми под ней',
  access: 'people.manage',
  params,
  body: Type.Object({ parent: Type.Integer() }),
  answer: Organisation,
})
/** People, organisations under it and suppliers go to the successor; without one there must be none. */
export const closeOrganisation = defineRoute({
  method: 'POST',
  path: '/api/organisations/:id/closure',
  tag,
  summary: 'Закрыть организацию и передать её дела',
  access: 'people.manage',
  params,
  body: Type.Object({ successor: nullable(Type.Integer()) }),
  answer: Organisation,
})
export const reopenOrganisation = defineRoute({
  method: 'DELETE',
  path: '/api/organisations/:id/closure',
  tag,
  summary: 'Открыть организацию снова',
  access: 'people.manage',
  params,
  answer: Organisation,
})
