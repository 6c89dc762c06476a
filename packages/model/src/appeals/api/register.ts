import { type Static, Type } from 'typebox'
import { Count, Day, defineRoute, Id, nullable, Paging, Reason, TableFormat } from '../../api/index.ts'
import { QUARTER_FIGURES } from '../metrics/quarter-figures.ts'
import {
  AppealCard,
  AppealContact,
  AppealKind,
  AppealLine,
  AppealOutcome,
  AppealSource,
  AppealState,
  Text,
  Words,
} from './records.ts'

const tag = 'Обращения'
const key = Type.Object({ id: Id })

/** The figures of a quarter whose appeals can be opened. */
export const QuarterFigure = Type.Enum(QUARTER_FIGURES)
export type QuarterFigure = Static<typeof QuarterFigure>

/** What the register is asked for; the same names stand in the address of its screen. */
export const AppealsFilter = Type.Object({
  find: Type.Optional(Type.String({ maxLength: 200, description: 'Слова текста или номер' })),
  state: Type.Optional(Type.Union([AppealState, Type.Literal('open')], { description: 'open – без ответа' })),
  kind: Type.Optional(AppealKind),
  source: Type.Optional(AppealSource),
  outcome: Type.Optional(AppealOutcome),
  authority: Type.Optional(Id),
  service: Type.Optional(Type.String({ maxLength: 100 })),
  topic: Type.Optional(Type.String({ maxLength: 100 })),
  term: Type.Optional(
    Type.Enum(['overdue', 'week', 'no_calendar'], {
      description: 'Без ответа: просрочено; срок на этой неделе; срок не сосчитан',
    }),
  ),
  mine: Type.Optional(Type.Boolean({ description: 'Назначенные мне' })),
  quarter: Type.Optional(Type.String({ pattern: '^20\\d{2}-Q[1-4]$', description: 'Квартал показателя' })),
  figure: Type.Optional(QuarterFigure),
  as_of: Type.Optional(Day),
})
export const AppealFields = Type.Object({
  authority: Id,
  kind: AppealKind,
  source: AppealSource,
  received: Day,
  text: Text,
  service: nullable(Type.String({ maxLength: 100 })),
  office: nullable(Words),
  requestId: nullable(Type.String({ maxLength: 100 })),
  externalNumber: nullable(Type.String({ maxLength: 100 })),
  topics: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 20 }),
  contact: nullable(AppealContact),
  /** The way in which consent to letters by mail was given; null: none was. */
  consent: nullable(Words),
  /** Registered at once, by this rule; null: only received. Takes the right to register. */
  rule: nullable(Type.String({ maxLength: 50 })),
})
export type AppealFields = Static<typeof AppealFields>

export const listAppeals = defineRoute({
  method: 'GET',
  path: '/api/appeals',
  tag,
  summary: 'Реестр обращений: сначала то, чего срок ближе',
  access: 'appeals.read',
  audit: { label: 'реестр обращений' },
  query: Type.Object({ ...AppealsFilter.properties, ...Paging.properties, format: TableFormat }),
  answer: Type.Object({ total: Count, rows: Type.Array(AppealLine) }),
})
/** `known`: the same source and external number were here before; nothing was changed. `code` is shown this once. */
export const receiveAppeal = defineRoute({
  method: 'POST',
  path: '/api/appeals',
  tag,
  summary: 'Внести обращение; тот же источник и внешний номер – то же обращение',
  access: 'appeals.receive',
  body: AppealFields,
  status: 201,
  answer: Type.Object({
    id: Id,
    number: nullable(Type.String()),
    known: Type.Boolean(),
    code: nullable(Type.String({ description: 'Код для страницы «Проверить по коду»' })),
  }),
})
export const readAppeal = defineRoute({
  method: 'GET',
  path: '/api/appeals/:id',
  tag,
  summary: 'Обращение: обезличенный текст, ход, срок',
  access: 'appeals.read',
  params: key,
  answer: AppealCard,
})
export const readAppealOriginal = defineRoute({
  method: 'POST',
  path: '/api/appeals/:id/original',
  tag,
  summary: 'Исходный текст и контакт; причина остаётся в журнале',
  access: 'appeals.contacts',
  params: key,
  body: Type.Object({ reason: Reason }),
  answer: Type.Object({ text: nullable(Type.String()), contact: nullable(AppealContact) }),
})
export const readAppealChoices = defineRoute({
  method: 'GET',
  path: '/api/appeals/choices',
  tag,
  summary: 'Из чего выбирают при вводе: органы, исполнители, правила сроков',
  access: 'appeals.read',
  answer: Type.Object({
    authorities: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    executors: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    rules: Type.Array(Type.Object({ code: Type.String(), title: Type.String(), extension: nullable(Count) })),
  }),
})

/** What a person is reminded of: the term of an appeal comes to an end, or is over. */
export const AppealReminder = Type.Object({
  id: Id,
  number: nullable(Type.String()),
  due: Day,
  actBy: nullable(Day),
  executor: nullable(Type.String()),
  overdue: Type.Boolean(),
})
export type AppealReminder = Static<typeof AppealReminder>

export const listAppealReminders = defineRoute({
  method: 'GET',
  path: '/api/appeals/reminders',
  tag,
  summary: 'О каких сроках напомнить мне сегодня',
  access: 'appeals.read',
  answer: Type.Object({ rows: Type.Array(AppealReminder) }),
})
