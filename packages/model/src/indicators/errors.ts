import { inError as errorStatuses, submitted as submissions } from '../statuses/index.ts'
import type { RequestCount, ShareIndicator } from './indicator.ts'
import { WORDING } from './wording.ts'

const submitted = {
  key: 'submitted',
  column: 'submitted',
  title: 'Подано',
  statuses: submissions,
  month: 'first',
} as const satisfies RequestCount

const inError = {
  key: 'inError',
  column: 'in_error',
  title: 'С ошибкой',
  statuses: errorStatuses,
  month: 'each',
} as const satisfies RequestCount

/** Share of requests in error in a month among those submitted in it: правила сертификации, приложение № 1. */
export const errors = {
  kind: 'share',
  key: 'errors',
  field: 'errorShare',
  column: 'error_share',
  place: 1,
  numerator: inError,
  denominator: submitted,
  name: 'Доля ошибок в обработке заявлений',
  shortName: 'Доля ошибок',
  heading: 'Ошибки, %',
  unit: '%',
  formula: '100 × (запросы в статусах 22, 24, 30, 5) / (поданные запросы)',
  counted: [
    'Числитель: запросы, по которым в месяце было событие 22, 24, 30 или 5.',
    'Знаменатель: запросы, первое событие которых из числа 17, 5, 22, 24, 30, 2, 1, 1013, 1019, 1023, 6 пришлось на этот месяц.',
  ],
  interval: `${WORDING.shareInterval} Если ошибок больше, чем поданных запросов, интервала нет.`,
  decisions: [
    'В правилах пропущен множитель 100: показатель считается в процентах.',
    'Код 30 взят из справочника ЕПГУ: в приложении № 8 инструкции его нет.',
    'Черновики (0) и запросы, по которым было только согласование с другим заявителем (81–83, 32), поданными не считаются.',
    'Ошибка может прийтись на месяц после подачи: тогда она учитывается в своем месяце.',
    WORDING.once,
    WORDING.months,
    WORDING.waiting,
    WORDING.empty,
  ],
  rounding: WORDING.shareRounding,
  critical: WORDING.growth,
  source: WORDING.source,
} as const satisfies ShareIndicator
