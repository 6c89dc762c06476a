import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Month, nullable, Reason, Slice, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { Alarm, AlarmGrade, Figure } from './figures.ts'

const tag = 'Показатели'
const text = Type.String()

export const CaseStatus = Type.Enum(['new', 'in_work', 'acknowledged'])
/** One growth with all its critical values and what people did about it. */
export const AlarmCase = Type.Object({
  /** The number of its first critical value; that of any other names the case as well. */
  id: Id,
  figure: Figure,
  service: text,
  serviceName: text,
  /** Months of the first and the last critical value. */
  first: Month,
  last: Month,
  /** The first closed month in which the rule no longer held; null while it holds. */
  endedIn: nullable(Month),
  /** Those of its last critical value. */
  grade: AlarmGrade,
  sentence: text,
  remains: nullable(Type.Boolean()),
  course: Type.Array(Type.Object({ month: Month, what: Type.Enum(['opened', 'grown', 'ended']) })),
  /** `acknowledged` up to its last critical value; `in_work` where somebody answers for it. */
  status: CaseStatus,
  person: nullable(Type.Object({ id: text, name: text })),
  due: nullable(Day),
  /** The latest acknowledgement; `through` lies before `last` where the case has grown since. */
  acknowledged: nullable(Type.Object({ by: text, at: Instant, reason: text, through: Month })),
  notes: Type.Array(Type.Object({ by: text, at: Instant, text })),
  /** What the literal rule found, oldest first. */
  alarms: Type.Array(Alarm, { minItems: 1 }),
})
export type AlarmCase = Static<typeof AlarmCase>
export type CaseStatus = Static<typeof CaseStatus>

const one = Type.Object({ id: Id })

export const listAlarmCases = defineRoute({
  method: 'GET',
  path: '/api/progress/cases',
  tag,
  summary: 'Случаи критических значений: один рост – один случай, самые обоснованные первыми',
  access: 'progress.read',
  audit: { label: 'случаи критических значений' },
  query: Type.Object({
    state: Type.Optional(
      Type.Enum(['open', 'all'], { description: 'open – не принятые к сведению (если не указано), all – все' }),
    ),
    service: Type.Optional(text),
    authority: Slice.properties.authority,
    format: TableFormat,
  }),
  answer: Type.Object({
    /** The last month that was judged; null without data. */
    judgedThrough: nullable(Month),
    /** Cases of the last judged month first, then by what survives the correction, grade and number of requests. */
    cases: Type.Array(AlarmCase),
    /** How many series chance alone would make fulfil the rule in the last judged month. */
    expectedByChance: Type.Number(),
  }),
})
export const acknowledgeAlarm = defineRoute({
  method: 'POST',
  path: '/api/progress/alarms/:id/acknowledgement',
  tag,
  summary: 'Принять случай критического значения к сведению с причиной',
  access: 'alarms.acknowledge',
  params: one,
  body: Type.Object({ reason: Reason }),
  answer: AlarmCase,
})
export const takeBackAcknowledgement = defineRoute({
  method: 'DELETE',
  path: '/api/progress/alarms/:id/acknowledgement',
  tag,
  summary: 'Вернуть случай, принятый к сведению, в число открытых',
  access: 'alarms.acknowledge',
  params: one,
  answer: AlarmCase,
})
export const assignCase = defineRoute({
  method: 'PUT',
  path: '/api/progress/alarms/:id/work',
  tag,
  summary: 'Назначить, кто и до какого дня разбирается со случаем критического значения',
  access: 'alarms.acknowledge',
  params: one,
  body: Type.Object({ person: nullable(text), due: nullable(Day) }),
  answer: AlarmCase,
})
export const noteOnCase = defineRoute({
  method: 'POST',
  path: '/api/progress/alarms/:id/notes',
  tag,
  summary: 'Записать, что известно о случае критического значения',
  access: 'alarms.acknowledge',
  params: one,
  body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) }),
  answer: AlarmCase,
})
export const listCaseHolders = defineRoute({
  method: 'GET',
  path: '/api/progress/case-holders',
  tag,
  summary: 'Кому можно поручить случай критического значения',
  access: 'alarms.acknowledge',
  answer: Type.Object({ rows: Type.Array(Type.Object({ id: text, name: text, organisation: text })) }),
})
