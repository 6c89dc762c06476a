import { isKind, isSource, KINDS, type QuarterMetrics, SOURCES } from '@otklik/model/appeals'
import { dayInFigures } from '@otklik/model/print'
import { quarterTitle } from '@otklik/model/quarters'

/** One figure of the metrics: where it stands in the JSON, and its value. */
export interface MetricRow extends Readonly<Record<string, string | number | null>> {
  readonly metric: string
  readonly value: string | number | null
}

/** Every figure in a row of its own: `waiting.median`, `channels.pos.share`. */
export const flatMetrics = (metrics: QuarterMetrics): MetricRow[] => flat('', metrics)

function flat(path: string, value: unknown): MetricRow[] {
  const under = (key: string): string => (path === '' ? key : `${path}.${key}`)
  if (Array.isArray(value)) {
    // Items of a list are named by their first field: the source, the topic.
    return value.flatMap((item: object) => {
      const [[, name] = [], ...figures] = Object.entries(item)
      return figures.flatMap(([key, figure]) => flat(`${under(String(name))}.${key}`, figure))
    })
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => flat(under(key), inner))
  return [{ metric: path, value: typeof value === 'number' || typeof value === 'string' ? value : null }]
}

const NAMES: Readonly<Record<string, string>> = {
  quarter: 'Квартал',
  from: 'С',
  to: 'По',
  as_of: 'По состоянию на',
  read: 'Прочитано',
  'left_out.duplicate': 'Не учтены: дубликаты',
  'left_out.void': 'Не учтены: недействительные',
  'left_out.not_registered': 'Не учтены: не зарегистрированные',
  received: 'Поступило',
  no_topic: 'Без темы',
  'waiting.n': 'Отвечено за квартал',
  'waiting.median': 'Ожидание ответа, медиана, дней',
  'waiting.p90': 'Ожидание ответа, 90-й процентиль, дней',
  'waiting.mean': 'Ожидание ответа, среднее, дней',
  'waiting.late': 'Отвечено с нарушением срока',
  'waiting.late_share': 'Отвечено с нарушением срока, %',
  'waiting.low': 'Отвечено с нарушением срока, от, %',
  'waiting.high': 'Отвечено с нарушением срока, до, %',
  overdue_open: 'Просрочено и не отвечено на конец квартала',
  'complaints.received': 'Жалобы: поступило',
  'complaints.satisfied': 'Жалобы: удовлетворено, в том числе частично',
  'complaints.satisfied_share': 'Жалобы: удовлетворено, %',
  'complaints.partly': 'Жалобы: удовлетворено частично',
  'complaints.refused': 'Жалобы: отказано',
  'complaints.refused_share': 'Жалобы: отказано, %',
  'complaints.other': 'Жалобы: другой итог',
  'complaints.pending': 'Жалобы: без итога',
  'solved.asked': 'Спрошено, решён ли вопрос',
  'solved.replied': 'Ответило заявителей',
  'solved.yes': 'Вопрос решён',
  'solved.partly': 'Вопрос решён частично',
  'solved.no': 'Вопрос не решён',
  'solved.yes_share': 'Вопрос решён, % ответивших',
  'solved.low': 'Вопрос решён, от, %',
  'solved.high': 'Вопрос решён, до, %',
  reopened: 'Возобновлено',
}
const LISTS: Readonly<Record<string, string>> = {
  by_kind: 'Вид',
  channels: 'Канал',
  topics: 'Тема',
  reasons: 'Основные причины',
}
const UNITS: Readonly<Record<string, string>> = { share: ', %' }

/** The same for people: figures by their Russian names, days in figures. */
export const namedMetrics = (metrics: QuarterMetrics): MetricRow[] =>
  flatMetrics(metrics).map(({ metric, value }) => ({ metric: nameOf(metric), value: shown(metric, value) }))

function nameOf(metric: string): string {
  const [list = '', ...rest] = metric.split('.')
  const title = LISTS[list]
  if (title === undefined) return NAMES[metric] ?? metric
  const unit = list === 'by_kind' ? '' : (UNITS[rest.at(-1) ?? ''] ?? '')
  const name = (list === 'by_kind' ? rest : rest.slice(0, -1)).join('.')
  return `${title}: ${isKind(name) ? KINDS[name] : isSource(name) ? SOURCES[name] : name}${unit}`
}

function shown(metric: string, value: string | number | null): string | number | null {
  if (typeof value !== 'string') return value
  return metric === 'quarter' ? quarterTitle(value) : dayInFigures(value)
}
