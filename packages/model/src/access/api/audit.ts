import { type Static, Type } from 'typebox'
import { Count, Day, Instant, Limit, nullable, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Журнал'
const text = Type.String()

/** One record of the audit. */
export const AuditRecord = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  who: Type.Object({
    kind: Type.Enum(['user', 'machine', 'operator', 'system', 'nobody']),
    id: nullable(text),
    /** As it was at the time. */
    name: nullable(text),
    login: nullable(text),
  }),
  role: nullable(text),
  /** For whom: the organisation acted in. */
  organisation: nullable(Type.Object({ id: Type.Integer(), name: text })),
  what: text,
  subject: text,
  before: Type.Unknown(),
  after: Type.Unknown(),
  address: nullable(text),
  /** The number of the request, as in the log. */
  request: nullable(text),
})
export type AuditRecord = Static<typeof AuditRecord>

export const listAudit = defineRoute({
  method: 'GET',
  path: '/api/audit',
  tag,
  summary: 'Журнал действий, последние сверху',
  access: 'audit.read',
  audit: { label: 'журнал' },
  query: Type.Object({
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    /** `user:…`, `machine:…`, `operator`, `system`. */
    who: Type.Optional(Type.String({ maxLength: 200 })),
    what: Type.Optional(Type.String({ maxLength: 100 })),
    subject: Type.Optional(Type.String({ maxLength: 400 })),
    organisation: Type.Optional(Type.Integer()),
    /** Part of the name of who did it, or of what it was done to. */
    find: Type.Optional(Type.String({ maxLength: 200 })),
    /** Records before this number. */
    before: Type.Optional(Type.Integer({ minimum: 1 })),
    limit: Limit,
    format: TableFormat,
  }),
  /** `next`: pass it as `before` for the records that follow; null: there are none. */
  answer: Type.Object({ rows: Type.Array(AuditRecord), next: nullable(Count) }),
})
