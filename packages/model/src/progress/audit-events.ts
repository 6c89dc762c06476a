/** What the audit tells of this context, by the name it is recorded under, in Russian. */
export const PROGRESS_EVENTS = {
  'alarms.judged': 'Найдены критические значения',
  'alarm.acknowledged': 'Критическое значение принято к сведению',
} as const
