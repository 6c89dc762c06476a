import { type Static, Type } from 'typebox'
import { Count, Day, defineRoute, Instant, nullable } from '../../api/index.ts'

const tag = 'Производственный календарь'
/** As far as terms are ever counted. */
const CalendarYear = Type.Integer({ minimum: 2000, maximum: 2099, description: 'Год' })
const key = Type.Object({ year: CalendarYear })
const Days = Type.Array(Day, { maxItems: 366 })

/** What is said of a year, as the file of `otklik workdays --load` has it. */
export const YearFields = Type.Object({
  source: Type.String({ minLength: 1, maxLength: 500, description: 'Акт, которым установлены рабочие дни' }),
  off_weekdays: Days,
  working_weekends: Days,
  short: Days,
})
/** A year as it holds; `own`: it was entered here and stands in place of what the program brings along. */
export const WorkingYear = Type.Object({
  year: CalendarYear,
  working_days: Count,
  short: Days,
  working_weekends: Days,
  off_weekdays: Days,
  source: Type.String(),
  own: Type.Boolean(),
  doubts: Type.Array(Type.String(), { description: 'Что в таблице расходится с законом' }),
})
/** What the law itself gives for a year; `open` says what a person has to look up before confirming it. */
export const YearProposal = Type.Object({
  year: CalendarYear,
  ...YearFields.properties,
  open: Type.Array(Type.String()),
})
export const YearChange = Type.Object({
  at: Instant,
  by: Type.String(),
  before: nullable(YearFields),
  after: YearFields,
})

export type YearFields = Static<typeof YearFields>
export type WorkingYear = Static<typeof WorkingYear>
export type YearProposal = Static<typeof YearProposal>
export type YearChange = Static<typeof YearChange>

/** `asked` is the year whose table is to be entered now: the next one, from October on. */
export const listWorkingYears = defineRoute({
  method: 'GET',
  path: '/api/calendar/years',
  tag,
  summary: 'Годы производственного календаря, и какой пора внести',
  access: 'register.read',
  answer: Type.Object({ asked: nullable(CalendarYear), rows: Type.Array(WorkingYear) }),
})
export const readWorkingYear = defineRoute({
  method: 'GET',
  path: '/api/calendar/years/:year',
  tag,
  summary: 'Рабочие дни года',
  access: 'register.read',
  params: key,
  answer: WorkingYear,
})
export const proposeWorkingYear = defineRoute({
  method: 'GET',
  path: '/api/calendar/years/:year/proposal',
  tag,
  summary: 'Дни года, которые даёт сам закон: предложение до акта Правительства',
  access: 'register.read',
  params: key,
  answer: YearProposal,
})
export const readWorkingYearHistory = defineRoute({
  method: 'GET',
  path: '/api/calendar/years/:year/history',
  tag,
  summary: 'История таблицы года, последние изменения сверху',
  access: 'register.read',
  params: key,
  answer: Type.Object({ changes: Type.Array(YearChange) }),
})
/** `seen` is what the editor was shown (null: there was no table); where it is another by now, the answer is `conflict`. */
export const saveWorkingYear = defineRoute({
  method: 'PUT',
  path: '/api/calendar/years/:year',
  tag,
  summary: 'Внести или исправить таблицу года; прежняя остаётся в истории',
  access: 'register.edit',
  params: key,
  body: Type.Object({ ...YearFields.properties, seen: Type.Optional(nullable(YearFields)) }),
  answer: WorkingYear,
})
