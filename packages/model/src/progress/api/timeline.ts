import { type Static, Type } from 'typebox'
import { Count, Day, Id, Instant, LocalTime, nullable } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const text = Type.String()

export const Origin = Type.Object({ package: Id, supplier: text, date: Day, file: text, row: Count })
/** A row as it was sent. */
const Sent = Type.Object({
  fields: Type.Record(Type.String(), text),
  origin: Origin,
  /** Where the later row of the same key came from that took its place; null: this one counts. */
  replacedBy: nullable(Origin),
})
export const Timeline = Type.Object({
  request: text,
  /** Null while the request itself has not arrived and its events wait for it. */
  fields: nullable(Type.Record(Type.String(), text)),
  serviceName: nullable(text),
  zone: nullable(text),
  events: Type.Array(
    Type.Object({
      section: text,
      item: text,
      status: Type.Integer(),
      name: text,
      description: text,
      local: LocalTime,
      instant: nullable(Instant),
      timeKnown: Type.Boolean(),
      /** Seconds since the event before it. */
      waited: nullable(Type.Number()),
      /** Whether that time fell into a suspension: after 14 or 15, before 1020. */
      suspended: Type.Boolean(),
      origin: Origin,
    }),
  ),
  payments: Type.Array(Sent),
  ratings: Type.Array(Sent),
  complaints: Type.Array(Sent),
  versions: Type.Array(Sent),
})
export type Timeline = Static<typeof Timeline>

export const readTimeline = defineRoute({
  method: 'GET',
  path: '/api/progress/requests/:request',
  tag: 'Показатели',
  summary: 'Один запрос: события по порядку, сроки, откуда строки',
  access: 'requests.read',
  audit: { label: 'запрос', subject: 'request' },
  params: Type.Object({ request: text }),
  answer: Timeline,
  primary: true,
})
