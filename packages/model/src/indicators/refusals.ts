import { decided as decisions, decidedNegative } from '../statuses/index.ts'
import type { RequestCount, ShareIndicator } from './indicator.ts'
import { WORDING } from './wording.ts'

const decided = {
  key: 'decided',
  column: 'decided',
  title: 'Решено',
  statuses: decisions,
  month: 'each',
} as const satisfies RequestCount

const refused = {
  key: 'refused',
  column: 'refused',
  title: 'Отказано',
  statuses: decidedNegative,
  month: 'each',
} as const satisfies RequestCount

/** Share of requests refused in a month among those decided in it: правила сертификации, приложение № 1. */
export const refusals = {
  kind: 'share',
  key: 'refusals',
  field: 'refusalShare',
  column: 'refusal_share',
  place: 2,
  numerator: refused,
  denominator: decided,
  name: 'Доля отказов в предоставлении услуги',
  shortName: 'Доля отказов',
  heading: 'Отказы, %',
  unit: '%',
  formula: '100 × (запросы в статусах 4, 41) / (запросы в статусах 3, 40, 4, 41)',
  counted: [
    'Числитель: запросы, по которым в месяце было событие 4 или 41.',
    'Знаменатель: запросы, по которым в месяце было событие 3, 40, 4 или 41.',
  ],
  interval: WORDING.shareInterval,
  decisions: [
    'Запрос учитывается в срезе за месяц один раз, сколько бы событий у него ни было.',
    'Запрос с положительным и отрицательным решением в одном месяце входит и в числитель, и в знаменатель; такие строки отмечены предупреждением.',
    'Отказ в приеме документов (1019) и отказ в регистрации (1023) в долю не входят.',
    WORDING.once,
    WORDING.months,
    WORDING.waiting,
    WORDING.empty,
  ],
  rounding: WORDING.shareRounding,
  critical: WORDING.growth,
  source: WORDING.source,
} as const satisfies ShareIndicator
