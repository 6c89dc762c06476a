import { type Static, type TObject, type TProperties, Type } from 'typebox'
import { Count, Instant, nullable, Paging, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Реестр'
const text = Type.String()

export const ServiceKind = Type.Enum(['услуга', 'сервис', 'мера поддержки', 'контроль', 'функция'])
export const TermUnit = Type.Union([Type.Literal('рабочие'), Type.Literal('календарные')])

export const ServiceFields = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 1000 }),
  authority: nullable(text),
  region: nullable(text),
  kind: nullable(ServiceKind),
  termDays: nullable(Type.Integer({ minimum: 0, maximum: 3650 })),
  termUnit: nullable(TermUnit),
  fee: nullable(text),
  lifeSituations: Type.Array(text),
})
/** `id` is `service_id`, or `service_id:subservice_id` for a variant, as in paths; `subservice` is '' or the variant alone. */
export const RegisteredService = Type.Object({ id: text, subservice: text, ...ServiceFields.properties })
export const AuthorityFields = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 1000 }),
  region: nullable(text),
})
export const Authority = Type.Object({ id: text, ...AuthorityFields.properties })
/** `name` and `region` are how requests name the office: they are sent back as they came. */
export const OfficeFields = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 1000 }),
  region: text,
  authority: nullable(text),
  /** IANA name; null: the region's zone. */
  zone: nullable(text),
})
export const Office = Type.Object({ id: text, ...OfficeFields.properties, requests: Count })
export const RegionFields = Type.Object({ zone: text })
export const Region = Type.Object({ id: text, name: text, oktmo: text, ...RegionFields.properties })
export const NormFields = Type.Object({
  value: Type.Number({ exclusiveMinimum: 0 }),
  unit: Type.Enum(['minutes', 'hours', 'working_days', 'calendar_days']),
})
/** A norm of a duration measure; `service` null: for every service. The service term's norm stands with the service. */
export const Norm = Type.Object({
  id: text,
  measure: text,
  service: nullable(text),
  ...NormFields.properties,
  /** The act that sets it; null: set in the desk. */
  source: Type.Optional(nullable(text)),
})
export const Change = Type.Object({
  at: Instant,
  by: text,
  /** Package that brought the change, if a file did. */
  package: nullable(Type.Integer()),
  before: nullable(Type.Record(Type.String(), Type.Unknown())),
  after: Type.Record(Type.String(), Type.Unknown()),
})
export type ServiceFields = Static<typeof ServiceFields>
export type RegisteredService = Static<typeof RegisteredService>
export type AuthorityFields = Static<typeof AuthorityFields>
export type Authority = Static<typeof Authority>
export type OfficeFields = Static<typeof OfficeFields>
export type Office = Static<typeof Office>
export type RegionFields = Static<typeof RegionFields>
export type Region = Static<typeof Region>
export type NormFields = Static<typeof NormFields>
export type Norm = Static<typeof Norm>
export type Change = Static<typeof Change>

const list = Type.Object({ ...Paging.properties, find: Type.Optional(text), format: TableFormat })
/** Of one authority alone: its number in the register. */
const ofAuthority = Type.Object({ ...list.properties, authority: Type.Optional(text) })
const key = Type.Object({ id: text })
/**
 * Fields to save, and what the editor was shown: `seen` (null: nothing, the record is new). Where there is something else by
 * now the answer is `conflict`; left out, nothing is compared.
 */
const edited = <P extends TProperties>(fields: TObject<P>) =>
  Type.Object({ ...fields.properties, seen: Type.Optional(nullable(fields)) })

export const listServices = defineRoute({
  method: 'GET',
  path: '/api/register/services',
  tag,
  summary: 'Услуги реестра',
  access: 'register.read',
  audit: { label: 'реестр услуг' },
  query: ofAuthority,
  answer: Type.Object({ total: Count, rows: Type.Array(RegisteredService) }),
})
/** `id` is `service_id` or `service_id:subservice_id`. */
export const saveService = defineRoute({
  method: 'PUT',
  path: '/api/register/services/:id',
  tag,
  summary: 'Изменить услугу; прежнее остаётся в истории',
  access: 'register.edit',
  params: key,
  body: edited(ServiceFields),
  answer: RegisteredService,
})
export const listAuthorities = defineRoute({
  method: 'GET',
  path: '/api/register/authorities',
  tag,
  summary: 'Органы',
  access: 'register.read',
  audit: { label: 'реестр органов' },
  query: list,
  answer: Type.Object({ total: Count, rows: Type.Array(Authority) }),
})
export const saveAuthority = defineRoute({
  method: 'PUT',
  path: '/api/register/authorities/:id',
  tag,
  summary: 'Изменить орган',
  access: 'register.edit',
  params: key,
  body: edited(AuthorityFields),
  answer: Authority,
})
export const listOffices = defineRoute({
  method: 'GET',
  path: '/api/register/offices',
  tag,
  summary: 'Подразделения и их часовые пояса',
  access: 'register.read',
  audit: { label: 'реестр подразделений' },
  query: ofAuthority,
  answer: Type.Object({ total: Count, rows: Type.Array(Office) }),
})
export const saveOffice = defineRoute({
  method: 'PUT',
  path: '/api/register/offices/:id',
  tag,
  summary: 'Изменить подразделение',
  access: 'register.edit',
  params: key,
  body: edited(OfficeFields),
  answer: Office,
})
export const listRegions = defineRoute({
  method: 'GET',
  path: '/api/register/regions',
  tag,
  summary: 'Субъекты Российской Федерации',
  access: 'register.read',
  audit: { label: 'реестр регионов' },
  query: list,
  answer: Type.Object({ total: Count, rows: Type.Array(Region) }),
})
export const saveRegion = defineRoute({
  method: 'PUT',
  path: '/api/register/regions/:id',
  tag,
  summary: 'Изменить часовой пояс субъекта по умолчанию',
  access: 'register.edit',
  params: key,
  body: edited(RegionFields),
  answer: Region,
})
export const listNorms = defineRoute({
  method: 'GET',
  path: '/api/register/norms',
  tag,
  summary: 'Нормы сроков',
  access: 'register.read',
  audit: { label: 'реестр норм' },
  query: list,
  answer: Type.Object({ total: Count, rows: Type.Array(Norm) }),
})
/** `id` is `measure` or `measure:service_id`. */
export const saveNorm = defineRoute({
  method: 'PUT',
  path: '/api/register/norms/:id',
  tag,
  summary: 'Изменить норму',
  access: 'register.edit',
  params: key,
  body: edited(NormFields),
  answer: Norm,
})
export const readHistory = defineRoute({
  method: 'GET',
  path: '/api/register/:kind/:id/history',
  tag,
  summary: 'История записи реестра, последние изменения сверху',
  access: 'register.read',
  params: Type.Object({
    kind: Type.Enum(['services', 'authorities', 'offices', 'regions', 'norms']),
    id: text,
  }),
  answer: Type.Object({ changes: Type.Array(Change) }),
})
