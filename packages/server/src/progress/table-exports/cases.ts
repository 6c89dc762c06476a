import { gradeNames } from '@otklik/model/critical'
import { INDICATORS } from '@otklik/model/indicators'
import type { AlarmCase, CaseStatus } from '@otklik/model/progress/api'
import type { TableExport } from '../../platform/http/index.ts'
import { remainsText } from './alarms.ts'

const statuses: Readonly<Record<CaseStatus, string>> = {
  new: 'новый',
  in_work: 'в работе',
  acknowledged: 'принят к сведению',
}

/** One growth a row: what it came to and what people do about it. */
export const caseTable = (cases: readonly AlarmCase[]): TableExport => ({
  name: 'Случаи критических значений',
  columns: [
    { key: 'service', title: 'Номер услуги' },
    { key: 'serviceName', title: 'Услуга' },
    { key: 'figure', title: 'Показатель' },
    { key: 'first', title: 'Критическое значение с месяца' },
    { key: 'last', title: 'По месяц' },
    { key: 'ended', title: 'Закончилось в месяце' },
    { key: 'grade', title: 'Степень подтверждения' },
    { key: 'remains', title: 'С поправкой на число проверок' },
    { key: 'sentence', title: 'Что произошло' },
    { key: 'status', title: 'Состояние' },
    { key: 'person', title: 'Ответственный' },
    { key: 'due', title: 'Срок' },
    { key: 'reason', title: 'Почему принято к сведению' },
    { key: 'notes', title: 'Записи' },
  ],
  rows: cases.map((one) => ({
    ...one,
    figure: INDICATORS[one.figure].shortName,
    ended: one.endedIn ?? '',
    grade: gradeNames[one.grade],
    remains: remainsText(one.remains),
    status: statuses[one.status],
    person: one.person?.name ?? '',
    due: one.due ?? '',
    reason: one.acknowledged?.reason ?? '',
    notes: one.notes.map(({ by, text }) => `${by}: ${text}`).join('\n'),
  })),
})
