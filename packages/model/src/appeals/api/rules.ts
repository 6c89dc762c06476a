import { type Static, Type } from 'typebox'
import { Count, Day, defineRoute, Id, nullable } from '../../api/index.ts'

const tag = 'Обращения'
const code = Type.String({ pattern: '^[a-z0-9.]{1,50}$' })

export const AppealRule = Type.Object({
  code,
  from: Type.Enum(['received', 'registered', 'decided']),
  days: Type.Integer({ minimum: 1, maximum: 366 }),
  unit: Type.Enum(['calendar', 'working']),
  extension: nullable(Type.Integer({ minimum: 1, maximum: 366 })),
  source: Type.String({ minLength: 1, maxLength: 300 }),
  valid_from: nullable(Day),
  authority: nullable(Type.Object({ id: Id, name: Type.String() })),
  /** False: the program brings it along. */
  own: Type.Boolean(),
})
export type AppealRule = Static<typeof AppealRule>

export const listAppealRules = defineRoute({
  method: 'GET',
  path: '/api/appeals/rules',
  tag,
  summary: 'Правила сроков: встроенные и свои, с какого дня действуют',
  access: 'appeals.read',
  answer: Type.Object({ total: Count, rows: Type.Array(AppealRule) }),
})
/** Of a known code only: what the term is counted from stays as the law has it. */
export const saveAppealRule = defineRoute({
  method: 'POST',
  path: '/api/appeals/rules',
  tag,
  summary: 'Задать срок по своему акту с указанного дня: для органа или для всех',
  access: 'appeals.decide',
  body: Type.Object({
    code,
    authority: nullable(Id),
    valid_from: Day,
    days: AppealRule.properties.days,
    unit: AppealRule.properties.unit,
    extension: AppealRule.properties.extension,
    source: AppealRule.properties.source,
  }),
  status: 201,
  answer: AppealRule,
})
