import { gradeNames } from '@otklik/model/critical'
import { dayOf } from '@otklik/model/days'
import { digitsOf, type Indicator, INDICATORS, isMean } from '@otklik/model/indicators'
import { monthsTitle, monthTitle } from '@otklik/model/months'
import { dayInFigures } from '@otklik/model/print'
import type { Alarm } from '@otklik/model/progress/api'
import { wilson } from '@otklik/model/statistics'
import { type Block, hashOf, type Interval, type Paper } from '../../platform/papers/index.ts'
import type { ServiceFacts } from '../ports.ts'

const CENTRE = 'Аналитический центр при Правительстве Российской Федерации'
const UNKNOWN = 'не указан в реестре'

/** The draft of the notice that a critical value asks for, with the four parts of Правила, пункт 35; a person signs it. */
export function noticePaper(alarm: Alarm, service: Pick<ServiceFacts, 'authority' | 'region'> | undefined): Paper {
  const { acknowledged: _, ...found } = alarm
  return {
    name: `Проект уведомления – ${alarm.service} – ${alarm.month}`,
    author: CENTRE,
    made: alarm.foundAt,
    hash: hashOf({ ...found, authority: service?.authority ?? null }),
    mark: 'Проект',
    head: {
      title: 'Уведомление о прекращении срока действия сертификата о клиентоцентричности',
      lines: ['№ ____________ от «___» __________________ 20___ г.'],
    },
    blocks: [
      { kind: 'heading', level: 1, text: 'а) Наименование объекта сертификации' },
      { kind: 'text', text: `${alarm.serviceName} (номер услуги ${alarm.service})` },
      { kind: 'heading', level: 1, text: 'б) Наименование уполномоченного органа или организации' },
      { kind: 'text', text: service?.authority ?? UNKNOWN },
      { kind: 'heading', level: 1, text: 'в) Результат постсертификационного мониторинга' },
      ...criticalResult(alarm),
      { kind: 'heading', level: 1, text: 'г) Дата прекращения срока действия сертификата' },
      ...ending(alarm),
    ],
  }
}

/** What was found of a critical value: figure, rule, grade, months and tests (пункт 35 в). */
export function criticalResult(alarm: Alarm): Block[] {
  const indicator = INDICATORS[alarm.figure]
  return [
    { kind: 'text', look: 'lead', text: alarm.sentence },
    {
      kind: 'facts',
      rows: [
        ['Показатель', indicator.name],
        ['Порядок расчёта', indicator.formula],
        ['Критическое значение', `${indicator.critical} (${indicator.source})`],
        ['Степень подтверждения', gradeNames[alarm.grade]],
        ...(alarm.remains === null ? [] : [['С поправкой на число проверок', remainsText(alarm.remains)] as const]),
      ],
    },
    ...(isMean(alarm.figure) ? [] : [chart(alarm, indicator)]),
    values(alarm, indicator),
    evidence(alarm),
  ]
}

const remainsText = (remains: boolean): string => (remains ? 'рост значим' : 'рост не значим')

/** The months that raised the alarm, with the intervals of their shares. */
const chart = ({ values: months }: Alarm, { shortName, unit }: Indicator): Block => ({
  kind: 'chart',
  title: `${shortName} по месяцам`,
  form: 'lines',
  along: 'Месяц',
  categories: months.map(({ month }) => monthTitle(month)),
  series: [
    { name: `${shortName}, ${unit}`, values: months.map(({ value }) => value), intervals: months.map(intervalOf) },
  ],
  unit,
  empty: 'Значений нет.',
})

function intervalOf({ numerator, denominator }: Alarm['values'][number]): Interval | null {
  // There may be more errors than were submitted: then there is no interval.
  if (denominator === 0 || numerator > denominator) return null
  const { low, high } = wilson(numerator, denominator)
  return { low: 100 * low, high: 100 * high }
}

function values({ figure, values: months }: Alarm, { shortName, unit }: Indicator): Block {
  const mean = isMean(figure)
  return {
    kind: 'table',
    title: mean ? 'Оценки' : 'Из чего сложились значения',
    columns: [
      { key: 'period', title: 'Период' },
      { key: 'numerator', title: mean ? 'Сумма оценок' : 'Числитель', type: mean ? 'number' : 'integer' },
      { key: 'denominator', title: mean ? 'Число оценок' : 'Знаменатель', type: 'integer' },
      { key: 'value', title: `${shortName}, ${unit}`, type: 'number', digits: digitsOf(figure) },
    ],
    rows: months.map(({ month, from = month, ...counted }) => ({ period: monthsTitle(from, month), ...counted })),
    empty: 'Значений нет.',
  }
}

const evidence = ({ evidence: tests }: Alarm): Block => ({
  kind: 'table',
  title: 'Проверки',
  columns: [
    { key: 'name', title: 'Проверка' },
    { key: 'value', title: 'Значение' },
    { key: 'explanation', title: 'Что это значит' },
  ],
  rows: tests.map((test) => ({ ...test })),
  empty: 'Проверок не было.',
})

/** The date is a person's: nothing ends by itself. */
const ending = ({ foundAt }: Alarm): Block[] => [
  { kind: 'text', text: '«___» __________________ 20___ г.' },
  { kind: 'signature', lines: [{ position: 'Уполномоченное лицо Аналитического центра' }] },
  {
    kind: 'text',
    look: 'note',
    text: `Критическое значение выявлено ${dayInFigures(dayOf(new Date(foundAt)))}; уведомление направляется в течение 5 рабочих дней (пункт 34 Правил). Проект составлен программой по данным мониторинга; срок действия сертификата прекращается только подписанным уведомлением.`,
  },
]
