import { type Static, Type } from 'typebox'
import { Day, Instant, nullable } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Сроки'
const text = Type.String()

export const ListedDeadline = Type.Object({
  code: text,
  period: text,
  due: Day,
  /** The due day itself, or the working day before it; null where its year has no calendar. */
  lastWorkingDay: nullable(Day),
  what: text,
  who: text,
  /** The point of the document it follows from. */
  source: text,
  internal: Type.Boolean(),
  /** The place in the desk where it is done. */
  address: text,
  /** The caller has to do it; otherwise somebody of the organisation. */
  mine: Type.Boolean(),
  urgency: Type.Enum(['overdue', 'this_week', 'later']),
})
export type ListedDeadline = Static<typeof ListedDeadline>

const Reminding = Type.Object({
  /** Since when there is a secret address of the calendar; null: there is none. */
  link: nullable(Instant),
  /** Whether letters are wanted on the mornings before a day, and of the first day late. */
  mail: Type.Boolean(),
  /** Whether letters can come at all: the installation sends mail, and the person has an address. */
  mailPossible: Type.Boolean(),
})

export const listDeadlines = defineRoute({
  method: 'GET',
  path: '/api/deadlines',
  tag,
  summary: 'Сроки: мои и моей организации, по дням',
  access: 'signed_in',
  query: Type.Object({
    /** Until which day; absent: the next 90 days. */
    until: Type.Optional(Day),
  }),
  answer: Type.Object({
    today: Day,
    rows: Type.Array(ListedDeadline),
    /** Why some have no day. */
    notes: Type.Array(text),
    reminding: Reminding,
  }),
})
export const makeCalendarLink = defineRoute({
  method: 'POST',
  path: '/api/deadlines/link',
  tag,
  summary: 'Создать тайный адрес календаря (.ics); прежний перестаёт действовать',
  access: 'signed_in',
  answer: Type.Object({ url: text }),
  status: 201,
})
export const revokeCalendarLink = defineRoute({
  method: 'DELETE',
  path: '/api/deadlines/link',
  tag,
  summary: 'Отозвать тайный адрес календаря',
  access: 'signed_in',
})
export const chooseDeadlineMail = defineRoute({
  method: 'PUT',
  path: '/api/deadlines/mail',
  tag,
  summary: 'Выбрать, присылать ли письма о сроках',
  access: 'signed_in',
  body: Type.Object({ wanted: Type.Boolean() }),
  answer: Reminding,
})
