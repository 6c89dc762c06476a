import { type Static, Type } from 'typebox'
import { Count, Day, Id, nullable, Paging, PaperFormat, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { ALL_STANDINGS } from '../procedure/index.ts'
import { ObjectKind } from './objects.ts'

const tag = 'Сертификация'
const text = Type.String()

export const Standing = Type.Enum([...ALL_STANDINGS])
/** A certificate or a conclusion, as the register of a year has it (пункт 28). */
export const RegisterRow = Type.Object({
  id: Id,
  procedure: Id,
  object: Id,
  type: Type.Enum(['certificate', 'conclusion']),
  number: text,
  dated: Day,
  name: text,
  kind: ObjectKind,
  authority: nullable(text),
  region: nullable(text),
  level: Type.Integer(),
  validFrom: nullable(Day),
  validTo: nullable(Day),
  endedOn: nullable(Day),
  /** Null: a conclusion does not run out. */
  standing: nullable(Standing),
  sent: nullable(Day),
  /** The public page of a certificate. */
  page: nullable(text),
})
export type RegisterRow = Static<typeof RegisterRow>

export const listCertificates = defineRoute({
  method: 'GET',
  path: '/api/certification/certificates',
  tag,
  summary: 'Реестр сертификатов и заключений: за год (п. 28) или те, чей срок истекает',
  access: 'certification.read',
  audit: { label: 'реестр сертификатов и заключений' },
  query: Type.Object({
    ...Paging.properties,
    /** Dated in this year. */
    year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
    /** Certificates in force whose last day is this one at the latest. */
    expiringBy: Type.Optional(Day),
    standing: Type.Optional(Standing),
    find: Type.Optional(Type.String({ maxLength: 500 })),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, today: Day, rows: Type.Array(RegisterRow) }),
})
export const printDocument = defineRoute({
  method: 'GET',
  path: '/api/certification/documents/:id/paper',
  tag,
  summary: 'Сертификат, заключение или уведомление: после отправки – тот самый файл, до неё – проект',
  access: 'certification.read',
  audit: { label: 'документ сертификации', subject: 'id' },
  params: Type.Object({ id: Id }),
  query: Type.Object({ format: PaperFormat }),
  stream: 'download',
})
