import { type Static, Type } from 'typebox'
import { Count, Day, defineRoute, Id, Instant, nullable } from '../../api/index.ts'
import { AppealSource } from './records.ts'

const tag = 'Обращения'
const Figure = nullable(Type.Number())
const Quarter = Type.String({ pattern: '^20\\d{2}-Q[1-4]$', description: 'Квартал, ГГГГ-QN' })

/** The same object as `otklik appeals metrics` prints. */
export const AppealMetrics = Type.Object({
  quarter: Quarter,
  from: Day,
  to: Day,
  as_of: nullable(Day),
  read: Count,
  left_out: Type.Object({ duplicate: Count, void: Count, not_registered: Count }),
  received: Count,
  by_kind: Type.Record(Type.String(), Count),
  channels: Type.Array(Type.Object({ source: Type.String(), n: Count, share: Figure })),
  topics: Type.Array(Type.Object({ topic: Type.String(), n: Count })),
  no_topic: Count,
  reasons: Type.Array(Type.Object({ topic: Type.String(), n: Count, share: Figure })),
  waiting: Type.Object({
    n: Count,
    median: Figure,
    p90: Figure,
    mean: Figure,
    late: Count,
    late_share: Figure,
    low: Figure,
    high: Figure,
  }),
  overdue_open: Count,
  complaints: Type.Object({
    received: Count,
    satisfied: Count,
    satisfied_share: Figure,
    partly: Count,
    refused: Count,
    refused_share: Figure,
    other: Count,
    pending: Count,
  }),
  solved: Type.Object({
    asked: Count,
    replied: Count,
    yes: Count,
    partly: Count,
    no: Count,
    yes_share: Figure,
    low: Figure,
    high: Figure,
  }),
  reopened: Count,
})
export type AppealMetrics = Static<typeof AppealMetrics>

const scope = {
  authority: Type.Optional(Id),
  service: Type.Optional(Type.String({ maxLength: 100 })),
  source: Type.Optional(AppealSource),
}
const asked = { quarter: Quarter, as_of: Type.Optional(Day), ...scope }

export const readAppealMetrics = defineRoute({
  method: 'GET',
  path: '/api/appeals/metrics',
  tag,
  summary: 'Показатели квартала, рядом квартал раньше и тот же год назад',
  access: 'appeals.read',
  query: Type.Object(asked),
  answer: Type.Object({ now: AppealMetrics, before: AppealMetrics, year_ago: AppealMetrics }),
})
export const printAppealMetrics = defineRoute({
  method: 'GET',
  path: '/api/appeals/metrics/paper',
  tag,
  summary: 'Показатели квартала документом',
  access: 'appeals.read',
  audit: { label: 'показатели обращений за квартал' },
  stream: 'download',
  query: Type.Object({ ...asked, format: Type.Enum(['docx', 'xlsx', 'pdf']) }),
})
/** Figures as they were fixed: they stay, whatever is registered or corrected later. */
export const FrozenQuarter = Type.Object({
  id: Id,
  quarter: Quarter,
  as_of: Day,
  authority: nullable(Type.Object({ id: Id, name: Type.String() })),
  at: Instant,
  by: Type.String(),
  metrics: AppealMetrics,
})
export type FrozenQuarter = Static<typeof FrozenQuarter>

export const listFrozenQuarters = defineRoute({
  method: 'GET',
  path: '/api/appeals/quarters',
  tag,
  summary: 'Зафиксированные показатели кварталов',
  access: 'appeals.read',
  answer: Type.Object({ rows: Type.Array(FrozenQuarter) }),
})
export const freezeQuarter = defineRoute({
  method: 'POST',
  path: '/api/appeals/quarters',
  tag,
  summary: 'Зафиксировать показатели органа за квартал на день',
  access: 'appeals.decide',
  body: Type.Object({ quarter: Quarter, as_of: Day, authority: Id }),
  status: 201,
  answer: FrozenQuarter,
})
