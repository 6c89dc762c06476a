import { type Static, Type } from 'typebox'
import { Count, LocalTime, Month, nullable, Paging, Slice, TableFormat } from '../../api/common.ts'
import { type CountOf, REQUEST_COUNTS } from '../../indicators/index.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Показатели'
const text = Type.String()

/** What a number of requests was counted as: drilling down asks for the same word. */
export const Counted = Type.Enum(['any', ...REQUEST_COUNTS.map(({ column }) => column), 'rated'] as (
  | 'any'
  | CountOf['column']
  | 'rated'
)[])
export const RequestRow = Type.Object({
  request: text,
  service: text,
  serviceName: text,
  subservice: text,
  channel: text,
  region: text,
  office: text,
  /** The month in which the request counts; null where requests are listed as they are. */
  month: nullable(Month),
  /** Of a rating that counts: when, the score given and what of it goes into the CSI, the mean of its criteria if any. */
  ratedAt: nullable(LocalTime),
  score: nullable(Type.Integer()),
  rating: nullable(Type.Number()),
  firstEvent: nullable(LocalTime),
  lastEvent: nullable(LocalTime),
  lastStatus: nullable(Type.Integer()),
  lastStatusName: nullable(text),
  events: Count,
})
export type Counted = Static<typeof Counted>
export type RequestRow = Static<typeof RequestRow>

export const listRequests = defineRoute({
  method: 'GET',
  path: '/api/progress/requests',
  tag,
  summary: 'Запросы, из которых сосчитано число',
  access: 'requests.read',
  audit: { label: 'список запросов' },
  query: Type.Object({
    ...Slice.properties,
    ...Paging.properties,
    counted: Type.Optional(Counted),
    status: Type.Optional(Type.Integer()),
    /** With `status`: in this section only, as the service's page counts them. */
    section: Type.Optional(Type.String()),
    score: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 5, description: 'При counted=rated: только с этой оценкой' }),
    ),
    find: Type.Optional(Type.String({ maxLength: 200, description: 'Начало номера запроса' })),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(RequestRow) }),
  primary: true,
})
