import type { Alarm } from '@otklik/model/progress/api'
import { gradeNames } from '@otklik/model/critical'
import { INDICATORS } from '@otklik/model/indicators'
import type { Column, TableExport } from '../../platform/http/index.ts'

type Alarms = readonly Alarm[]

const head: readonly Column[] = [
  { key: 'month', title: 'Месяц' },
  { key: 'service', title: 'Номер услуги' },
  { key: 'serviceName', title: 'Услуга' },
  { key: 'figure', title: 'Показатель' },
]
const headOf = ({ month, service, serviceName, figure }: Alarm) => ({
  month,
  service,
  serviceName,
  figure: INDICATORS[figure].shortName,
})

const alarmTable = (alarms: Alarms): TableExport => ({
  name: 'Критические значения',
  columns: [
    ...head,
    { key: 'grade', title: 'Степень подтверждения' },
    { key: 'sentence', title: 'Что произошло' },
    { key: 'remains', title: 'С поправкой на число проверок' },
    { key: 'foundAt', title: 'Обнаружено (UTC)', type: 'time' },
    { key: 'by', title: 'Принял к сведению' },
    { key: 'at', title: 'Когда (UTC)', type: 'time' },
    { key: 'reason', title: 'Причина' },
  ],
  rows: alarms.map((alarm) => ({
    ...headOf(alarm),
    grade: gradeNames[alarm.grade],
    sentence: alarm.sentence,
    remains: remainsText(alarm.remains),
    foundAt: alarm.foundAt,
    ...alarm.acknowledged,
  })),
})

export function remainsText(remains: boolean | null): string {
  if (remains === null) return ''
  return remains ? 'рост значим' : 'рост не значим'
}

/** The months that raised each alarm; several together where a month has few ratings. */
const valueTable = (alarms: Alarms): TableExport => ({
  name: 'Критические значения – по месяцам',
  columns: [
    ...head,
    { key: 'of', title: 'Месяц ряда' },
    { key: 'value', title: 'Значение', type: 'number' },
    { key: 'numerator', title: 'Числитель или сумма оценок', type: 'number' },
    { key: 'denominator', title: 'Знаменатель', type: 'integer' },
  ],
  rows: alarms.flatMap((alarm) =>
    alarm.values.map(({ month, from, ...value }) => ({
      ...headOf(alarm),
      of: from === undefined ? month : `${from} – ${month}`,
      ...value,
    })),
  ),
})

/** Every test of each alarm with what it says. */
const evidenceTable = (alarms: Alarms): TableExport => ({
  name: 'Критические значения – проверки',
  columns: [
    ...head,
    { key: 'name', title: 'Проверка' },
    { key: 'value', title: 'Значение' },
    { key: 'explanation', title: 'Что это значит' },
  ],
  rows: alarms.flatMap((alarm) => alarm.evidence.map((test) => ({ ...headOf(alarm), ...test }))),
})

/** The alarms and what they rest on, as files. */
export const ALARM_TABLES = { alarms: alarmTable, values: valueTable, evidence: evidenceTable } as const
