import { Type } from 'typebox'
import { Count, Day, defineRoute, LocalTime } from '../../api/index.ts'

const tag = 'Производственный календарь'
const Moment = Type.String({ minLength: 10, maxLength: 40, description: 'День или время, ГГГГ-ММ-ДД[TЧЧ:ММ:СС]' })

/** The same objects as `otklik workdays` prints. */
export const countWorkingTime = defineRoute({
  method: 'GET',
  path: '/api/calendar/between',
  tag,
  summary: 'Рабочие дни и рабочее время между днями или временами',
  access: 'register.read',
  query: Type.Object({ from: Moment, to: Moment, zone: Type.Optional(Type.String({ maxLength: 64 })) }),
  answer: Type.Object({
    from: LocalTime,
    to: LocalTime,
    zone: Type.String(),
    calendar_days: Count,
    working_days: Count,
    working_seconds: Count,
    seconds: Type.Number(),
  }),
})
const Unit = Type.Enum(['working', 'calendar'])
export const addDaysToDay = defineRoute({
  method: 'GET',
  path: '/api/calendar/after',
  tag,
  summary: 'День через столько рабочих или календарных дней',
  access: 'register.read',
  query: Type.Object({
    from: Day,
    add: Type.Integer({ minimum: 0, maximum: 10_000 }),
    unit: Type.Optional(Unit),
  }),
  answer: Type.Object({ from: Day, add: Count, unit: Unit, day: Day }),
})
