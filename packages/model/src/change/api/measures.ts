import { type Static, type TSchema, Type } from 'typebox'
import { Count, Day, Id, Instant, nullable, Paging, PaperFormat, Reason, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { ALL_MEASURE_EVENTS, ALL_MEASURE_STATES, type MeasureEvent, MEASURES } from '../measures/index.ts'
import { ProcessCode } from './processes.ts'

const tag = 'Карта болей'
const text = Type.String()

export const MeasureFields = Type.Object({
  text: Type.String({ minLength: 1, maxLength: 2000 }),
  problems: Type.Array(Id, { maxItems: 50 }),
  processes: Type.Array(ProcessCode, { maxItems: 200 }),
  department: nullable(Type.String({ maxLength: 500 })),
  /** Who reports: the number of a person. */
  person: nullable(Type.String({ maxLength: 40 })),
  due: nullable(Day),
})
export type MeasureFields = Static<typeof MeasureFields>
const Act = Type.Object({ at: Instant, by: text })
export const Evidence = Type.Object({
  id: Id,
  name: text,
  /** Null: a file. */
  address: nullable(text),
  size: nullable(Count),
  added: Act,
})
export const MeasureRecord = Type.Object({
  id: Id,
  text,
  problems: Type.Array(Type.Object({ id: Id, name: text })),
  processes: Type.Array(Type.Object({ id: ProcessCode, name: text })),
  department: nullable(text),
  person: nullable(Type.Object({ id: text, name: text })),
  due: Day,
  overdue: Type.Boolean(),
  state: Type.Enum([...ALL_MEASURE_STATES]),
  doneOn: nullable(Day),
  evidence: Count,
  postponements: Count,
  planned: Act,
})
export type MeasureRecord = Static<typeof MeasureRecord>
export const MeasureWhole = Type.Object({
  ...MeasureRecord.properties,
  evidenceList: Type.Array(Evidence),
  postponed: Type.Array(Type.Object({ from: Day, to: Day, reason: text, at: Instant, by: text })),
  approved: nullable(Act),
  reported: nullable(Act),
  verified: nullable(Act),
  /** Whom it was told to, once it was verified; null: not yet. */
  told: nullable(Type.Object({ at: Instant, letters: Count, pages: Count })),
  cancelled: nullable(Type.Object({ reason: text, at: Instant, by: text })),
  /** What the caller may do with it now. */
  allowed: Type.Array(Type.Enum([...ALL_MEASURE_EVENTS])),
  /** Evidence may be added by the caller. */
  own: Type.Boolean(),
})
export type MeasureWhole = Static<typeof MeasureWhole>
const one = Type.Object({ id: Id })

export const listMeasures = defineRoute({
  method: 'GET',
  path: '/api/change/measures',
  tag,
  summary: 'Меры, просроченные сверху',
  access: 'change.read',
  audit: { label: 'меры' },
  query: Type.Object({
    ...Paging.properties,
    state: Type.Optional(Type.Enum([...ALL_MEASURE_STATES])),
    process: Type.Optional(ProcessCode),
    problem: Type.Optional(Id),
    overdue: Type.Optional(Type.Boolean()),
    mine: Type.Optional(Type.Boolean()),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, overdue: Count, rows: Type.Array(MeasureRecord) }),
})
export const readMeasure = defineRoute({
  method: 'GET',
  path: '/api/change/measures/:id',
  tag,
  summary: 'Мера с подтверждениями и переносами срока',
  access: 'change.read',
  params: one,
  answer: MeasureWhole,
})
export const planMeasure = defineRoute({
  method: 'POST',
  path: '/api/change/measures',
  tag,
  summary: 'Запланировать меру',
  access: MEASURES.rightFor('plan'),
  body: MeasureFields,
  answer: MeasureWhole,
  status: 201,
})
const step = <B extends TSchema>(event: MeasureEvent, summary: string, body: B) =>
  defineRoute({
    method: 'POST',
    path: `/api/change/measures/:id/${event}`,
    tag,
    summary,
    access: MEASURES.rightFor(event),
    params: one,
    body,
    answer: MeasureWhole,
  })
const nothing = Type.Object({})
export const approveMeasure = step('approve', 'Утвердить меру', nothing)
export const startMeasure = step('start', 'Начать меру', nothing)
export const reportMeasure = step('done', 'Доложить о выполнении', Type.Object({ doneOn: Day }))
export const verifyMeasure = step('verify', 'Подтвердить выполнение', nothing)
export const returnMeasure = step('return', 'Вернуть меру в работу', Type.Object({ reason: Reason }))
export const postponeMeasure = step('postpone', 'Перенести срок с причиной', Type.Object({ due: Day, reason: Reason }))
export const cancelMeasure = step('cancel', 'Отменить меру с причиной', Type.Object({ reason: Reason }))

export const addEvidenceFile = defineRoute({
  method: 'POST',
  path: '/api/change/measures/:id/evidence',
  tag,
  summary: 'Приложить файл, по которому видно, что сделано',
  access: 'measures.report',
  params: one,
  query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }),
  stream: 'upload',
  answer: Evidence,
})
export const addEvidenceLink = defineRoute({
  method: 'POST',
  path: '/api/change/measures/:id/links',
  tag,
  summary: 'Добавить ссылку, по которой видно, что сделано',
  access: 'measures.report',
  params: one,
  body: Type.Object({
    title: Type.String({ minLength: 1, maxLength: 200 }),
    address: Type.String({ maxLength: 2000 }),
  }),
  answer: Evidence,
})
export const downloadEvidence = defineRoute({
  method: 'GET',
  path: '/api/change/measures/:id/evidence/:file',
  tag,
  summary: 'Файл подтверждения',
  access: 'change.read',
  audit: { label: 'подтверждение меры', subject: 'id' },
  params: Type.Object({ id: Id, file: Id }),
  stream: 'download',
})
export const printMeasurePlan = defineRoute({
  method: 'GET',
  path: '/api/change/measures/plan',
  tag,
  summary: 'План мер на год документом',
  access: 'change.read',
  audit: { label: 'план мер' },
  query: Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2099 }), format: PaperFormat }),
  stream: 'download',
})
export const listExecutors = defineRoute({
  method: 'GET',
  path: '/api/change/executors',
  tag,
  summary: 'Кому можно поручить меру',
  access: 'change.manage',
  answer: Type.Object({ rows: Type.Array(Type.Object({ id: text, name: text, organisation: text })) }),
})
