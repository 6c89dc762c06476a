import { type Static, Type } from 'typebox'
import { ALL_OBJECT_KINDS, OBJECT_CATEGORIES } from '../index.ts'
import { Count, Day, Id, Instant, nullable, Paging, Reason, TableFormat, Version } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Сертификация'
const text = Type.String()

export const ObjectKind = Type.Enum([...ALL_OBJECT_KINDS])
export const ObjectCategory = Type.Enum([...OBJECT_CATEGORIES])

export const ObjectFields = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 1000 }),
  kind: ObjectKind,
  /** Its name in the register. */
  authority: nullable(Type.String({ maxLength: 1000 })),
  /** Two-digit code; null: federal. */
  region: nullable(text),
  /** `service_id` or `service_id:subservice_id` of the register. */
  service: nullable(text),
  /** Of the interactive form; a сервис must have it (пункт 6). */
  address: nullable(Type.String({ maxLength: 2000 })),
  /** Percent, up to two decimals. Of an object with a conclusion alone it has no days; a certificate has both, and a level. */
  level: nullable(Type.Number({ minimum: 0, maximum: 100 })),
  validFrom: nullable(Day),
  validTo: nullable(Day),
})
export const CertificationObject = Type.Object({
  id: Id,
  version: Version,
  ...ObjectFields.properties,
  category: ObjectCategory,
  /** Stands in the list no more, and why; null: it stands there. */
  removed: nullable(Type.Object({ reason: text, at: Instant })),
})

export type ObjectFields = Static<typeof ObjectFields>
export type CertificationObject = Static<typeof CertificationObject>

const object = Type.Object({ id: Id })
/** What lists of objects and of entries are asked for alike. */
export const objectSearch = {
  ...Paging.properties,
  find: Type.Optional(Type.String({ maxLength: 500 })),
  kind: Type.Optional(ObjectKind),
  category: Type.Optional(ObjectCategory),
  /** Two-digit code, or `federal`. */
  region: Type.Optional(text),
  authority: Type.Optional(text),
  /** By number unless said; `descending` turns it round. */
  sort: Type.Optional(Type.Enum(['number', 'name', 'authority', 'region', 'level', 'validTo'])),
  descending: Type.Optional(Type.Boolean()),
  format: TableFormat,
}

export const listObjects = defineRoute({
  method: 'GET',
  path: '/api/certification/objects',
  tag,
  summary: 'Объекты сертификации, они же – проект Единого перечня',
  access: 'lists.read',
  audit: { label: 'объекты сертификации' },
  query: Type.Object({
    ...objectSearch,
    /** Absent: both those that stand in the list and those taken out. */
    removed: Type.Optional(Type.Boolean()),
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(CertificationObject) }),
})
export const addObject = defineRoute({
  method: 'POST',
  path: '/api/certification/objects',
  tag,
  summary: 'Добавить объект сертификации',
  access: 'lists.prepare',
  body: ObjectFields,
  answer: CertificationObject,
  status: 201,
})
export const saveObject = defineRoute({
  method: 'PUT',
  path: '/api/certification/objects/:id',
  tag,
  summary: 'Изменить объект сертификации; прежнее остаётся в журнале',
  access: 'lists.prepare',
  params: object,
  body: Type.Object({ version: Version, ...ObjectFields.properties }),
  answer: CertificationObject,
})
export const removeObject = defineRoute({
  method: 'POST',
  path: '/api/certification/objects/:id/removal',
  tag,
  summary: 'Исключить объект из проекта Единого перечня с причиной',
  access: 'lists.prepare',
  params: object,
  body: Type.Object({ reason: Reason }),
  answer: CertificationObject,
})
export const restoreObject = defineRoute({
  method: 'POST',
  path: '/api/certification/objects/:id/restoration',
  tag,
  summary: 'Вернуть исключённый объект в проект Единого перечня с причиной',
  access: 'lists.prepare',
  params: object,
  body: Type.Object({ reason: Reason }),
  answer: CertificationObject,
})
/** `region` narrows regional services to one region. */
export const fillObjects = defineRoute({
  method: 'POST',
  path: '/api/certification/objects/from-register',
  tag,
  summary: 'Добавить услуги реестра, которых ещё нет среди объектов',
  access: 'lists.prepare',
  body: Type.Object({ scope: Type.Enum(['all', 'federal', 'regional']), region: nullable(text) }),
  answer: Type.Object({ added: Count }),
})
