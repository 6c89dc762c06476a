import type { Alarm } from '@otklik/model/api'
import { gradeNames } from '@otklik/model/critical'
import { definitions } from '@otklik/model/indicators'
import type { Table } from '../../platform/http/index.ts'

export function alarmTable(alarms: readonly Alarm[]): Table {
  return {
    name: 'Критические значения',
    columns: [
      { key: 'month', title: 'Месяц' },
      { key: 'service', title: 'Номер услуги' },
      { key: 'serviceName', title: 'Услуга' },
      { key: 'figure', title: 'Показатель' },
      { key: 'grade', title: 'Степень подтверждения' },
      { key: 'sentence', title: 'Что произошло' },
      { key: 'remains', title: 'С поправкой на число проверок' },
      { key: 'foundAt', title: 'Обнаружено' },
      { key: 'by', title: 'Принял к сведению' },
      { key: 'at', title: 'Когда' },
      { key: 'reason', title: 'Причина' },
    ],
    rows: alarms.map((alarm) => ({
      ...alarm,
      figure: definitions[alarm.figure].shortName,
      grade: gradeNames[alarm.grade],
      remains: remainsText(alarm.remains),
      ...(alarm.acknowledged ?? { by: '', at: '', reason: '' }),
    })),
  }
}

function remainsText(remains: boolean | null): string {
  if (remains === null) return ''
  return remains ? 'рост значим' : 'рост не значим'
}
