import { type Static, Type } from 'typebox'
import { Count, LocalTime, Mean, Month, nullable, Slice, TableFormat } from '../../api/common.ts'
import { Alarm, IndicatorRow, Period } from './figures.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Показатели'
const text = Type.String()

export const ServicePage = Type.Object({
  service: Type.Object({
    id: text,
    name: text,
    kind: nullable(text),
    authority: nullable(text),
    region: nullable(text),
    termDays: nullable(Type.Integer()),
    termUnit: nullable(text),
    known: Type.Boolean(),
  }),
  period: Period,
  previous: Period,
  closedThrough: Month,
  total: IndicatorRow,
  previousTotal: IndicatorRow,
  months: Type.Array(IndicatorRow),
  previousMonths: Type.Array(IndicatorRow),
  channels: Type.Array(IndicatorRow),
  regions: Type.Array(IndicatorRow),
  offices: Type.Array(IndicatorRow),
  statuses: Type.Array(
    Type.Object({ section: text, status: Type.Integer(), name: text, events: Count, requests: Count }),
  ),
  ratings: Type.Object({
    distribution: Type.Array(Count, { description: 'Число оценок 1, 2, 3, 4, 5' }),
    criteria: Type.Array(Type.Object({ name: text, mean: Mean })),
    /** How many ratings have a review; `reviews` are the latest of them. */
    reviewTotal: Count,
    reviews: Type.Array(Type.Object({ request: text, ratedAt: LocalTime, score: Type.Integer(), review: text })),
  }),
  alarms: Type.Array(Alarm),
})
export type ServicePage = Static<typeof ServicePage>

export const readService = defineRoute({
  method: 'GET',
  path: '/api/progress/services/:service',
  tag,
  summary: 'Одна услуга: ряды, каналы, регионы, статусы, оценки',
  access: 'progress.read',
  audit: { label: 'услуга', subject: 'service' },
  params: Type.Object({ service: text }),
  query: Type.Object({
    ...Slice.properties,
    table: Type.Optional(
      Type.Enum(['statuses', 'criteria'], { description: 'Что выгрузить файлом: статусы или критерии оценок' }),
    ),
    format: TableFormat,
  }),
  /** Reviews are people's own words. */
  primary: true,
  answer: ServicePage,
  figures: true,
})
