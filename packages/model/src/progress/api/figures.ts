import { type Static, type TSchema, Type } from 'typebox'
import { GRADES } from '../../critical/index.ts'
import { Count, Day, Id, Instant, Mean, Month, nullable, Share, Slice, TableFormat } from '../../api/common.ts'
import {
  type CountOf,
  type FigureKey,
  indicatorList,
  INDICATORS,
  type MeanField,
  type SampleOf,
  type ShareField,
} from '../../indicators/index.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Показатели'
const text = Type.String()
const optionalText = Type.Optional(text)

// The keys of an object are typed as strings by the language.
export const Figure = Type.Enum(Object.keys(INDICATORS) as FigureKey[])

type RowFields = Record<(CountOf | SampleOf)['key'], typeof Count> &
  Record<ShareField, typeof Share> &
  Record<MeanField, typeof Mean>
/** What each indicator is counted from, then its figure. */
const fieldsOf = (one: (typeof indicatorList)[number]): Record<string, TSchema> =>
  one.kind === 'share'
    ? { [one.denominator.key]: Count, [one.numerator.key]: Count, [one.field]: Share }
    : { [one.sample.key]: Count, [one.field]: Mean }
// Put together one by one, so that the names have to be said again.
const rowFields = Object.assign({}, ...indicatorList.map(fieldsOf)) as RowFields

export const IndicatorRow = Type.Object({
  slice: Type.Object({
    service: optionalText,
    subservice: optionalText,
    region: optionalText,
    authority: optionalText,
    office: optionalText,
    channel: optionalText,
    month: Type.Optional(Month),
  }),
  /** Name of the slice's service, region or authority where one of them is asked for alone. */
  name: optionalText,
  ...rowFields,
})
export const Period = Type.Object({ from: Month, to: Month })
export const AlarmGrade = Type.Enum([...GRADES])
export const Alarm = Type.Object({
  id: Id,
  figure: Figure,
  service: text,
  serviceName: text,
  month: Month,
  grade: AlarmGrade,
  /** One plain sentence in Russian: what happened and how far it can be trusted. */
  sentence: text,
  values: Type.Array(
    Type.Object({
      month: Month,
      /** First month of a value that several months together give. */
      from: Type.Optional(Month),
      value: Type.Number(),
      numerator: Type.Number(),
      denominator: Count,
    }),
  ),
  evidence: Type.Array(Type.Object({ name: text, value: text, explanation: text })),
  /**
   * Whether a growth stays significant among all services and shares judged in its month (Benjamini and Hochberg, 5 %).
   * Null for the CSI and for values found before this was computed.
   */
  remains: nullable(Type.Boolean()),
  foundAt: Instant,
  acknowledged: nullable(Type.Object({ by: text, at: Instant, reason: text })),
})
export const Overview = Type.Object({
  period: Period,
  previous: Period,
  /** The last month whose figures are closed; months after it are shown as running. */
  closedThrough: Month,
  total: IndicatorRow,
  previousTotal: IndicatorRow,
  months: Type.Array(IndicatorRow),
  /** The months compared with, as many and in the same order. */
  previousMonths: Type.Array(IndicatorRow),
  /** The last day whose packages have come from every supplier that sends; null where none came lately. */
  completeThrough: nullable(Day),
  /** Cases that nobody has acknowledged: those that the last judged month is part of, and those whose growth has ended. */
  openCases: Type.Object({ current: Count, ended: Count }),
  /** Of the last days, as many as the calendar of packages opens on (`CALENDAR_DAYS`), whatever the slice. */
  packages: Type.Object({ received: Count, late: Count, missing: Count, lastReceivedAt: nullable(Instant) }),
  waitingEvents: Count,
})
export const RankedService = Type.Object({
  service: text,
  name: text,
  authority: text,
  n: Count,
  value: nullable(Type.Number()),
  low: nullable(Type.Number()),
  high: nullable(Type.Number()),
  /** Shrunk towards the mean of all services (empirical Bayes): the order of the table. */
  expected: nullable(Type.Number()),
  previous: nullable(Type.Number()),
  little: Type.Boolean(),
  alarm: nullable(AlarmGrade),
  months: Type.Array(nullable(Type.Number())),
})
export type IndicatorRow = Static<typeof IndicatorRow>
export type Figure = Static<typeof Figure>
export type Alarm = Static<typeof Alarm>
export type AlarmGrade = Static<typeof AlarmGrade>
export type Overview = Static<typeof Overview>
export type RankedService = Static<typeof RankedService>

export const readIndicators = defineRoute({
  method: 'GET',
  path: '/api/progress/indicators',
  tag,
  summary: 'Доля отказов, доля ошибок и CSI по срезам',
  access: 'progress.read',
  audit: { label: 'показатели' },
  query: Type.Object({
    ...Slice.properties,
    by: Type.Optional(
      Type.String({ description: 'Через запятую: service,subservice,region,authority,office,channel,month' }),
    ),
    format: TableFormat,
  }),
  answer: Type.Object({ period: Period, rows: Type.Array(IndicatorRow) }),
  figures: true,
})
export const readOverview = defineRoute({
  method: 'GET',
  path: '/api/progress/overview',
  tag,
  summary: 'Обзор: три показателя за период, по месяцам и против тех же месяцев год назад или предыдущего периода',
  access: 'progress.read',
  query: Slice,
  answer: Overview,
  figures: true,
})
export const rankServices = defineRoute({
  method: 'GET',
  path: '/api/progress/ranking',
  tag,
  summary: 'Услуги по показателю с интервалами',
  access: 'progress.read',
  audit: { label: 'услуги по показателю' },
  query: Type.Object({
    ...Slice.properties,
    figure: Figure,
    find: Type.Optional(Type.String({ maxLength: 200, description: 'Часть названия или начало номера услуги' })),
    format: TableFormat,
  }),
  answer: Type.Object({
    period: Period,
    previous: Period,
    mean: nullable(Type.Number()),
    rows: Type.Array(RankedService),
  }),
  figures: true,
})
export const listAlarms = defineRoute({
  method: 'GET',
  path: '/api/progress/alarms',
  tag,
  summary: 'Критические значения с оценкой доверия',
  access: 'progress.read',
  audit: { label: 'критические значения' },
  query: Type.Object({
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('all')])),
    service: optionalText,
    authority: Slice.properties.authority,
    format: TableFormat,
    id: Type.Optional(Id),
    table: Type.Optional(
      Type.Enum(['alarms', 'values', 'evidence'], {
        description: 'Что выгрузить файлом: сами значения, их месяцы или проверки',
      }),
    ),
  }),
  answer: Type.Object({ alarms: Type.Array(Alarm), expectedByChance: Type.Number() }),
})
export const printNotice = defineRoute({
  method: 'GET',
  path: '/api/progress/alarms/:id/notice',
  tag,
  summary: 'Проект уведомления о прекращении срока действия сертификата (пункт 35 Правил)',
  access: 'alarms.acknowledge',
  audit: { label: 'проект уведомления по критическому значению', subject: 'id' },
  params: Type.Object({ id: Id }),
  query: Type.Object({ format: Type.Enum(['docx', 'pdf']) }),
  stream: 'download',
})
export const listStatuses = defineRoute({
  method: 'GET',
  path: '/api/progress/statuses',
  tag,
  summary: 'Статусная модель',
  access: 'progress.read',
  answer: Type.Array(
    Type.Object({ code: Type.Integer(), name: text, items: Type.Record(Type.String(), nullable(text)) }),
  ),
})
/** Values for the filter bar: only what occurs in the data. */
export const readFilters = defineRoute({
  method: 'GET',
  path: '/api/progress/filters',
  tag,
  summary: 'Что встречается в данных: месяцы, услуги, каналы, регионы, органы, подразделения',
  access: 'progress.read',
  answer: Type.Object({
    from: nullable(Month),
    to: nullable(Month),
    closedThrough: nullable(Month),
    services: Type.Array(Type.Object({ id: text, name: text })),
    channels: Type.Array(text),
    regions: Type.Array(Type.Object({ id: text, name: text })),
    authorities: Type.Array(text),
    offices: Type.Array(text),
  }),
  figures: true,
})
