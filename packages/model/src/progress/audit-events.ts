/** What the audit tells of this context, by the name it is recorded under, in Russian. */
export const PROGRESS_EVENTS = {
  'alarms.judged': 'Найдены критические значения',
  'alarm.acknowledged': 'Критическое значение принято к сведению',
  'alarm.acknowledgement_taken_back': 'Критическое значение возвращено в число открытых',
  'alarm.assigned': 'Назначен ответственный за критическое значение',
  'alarm.noted': 'Запись о критическом значении',
  'chart_note.written': 'Написана заметка на графиках',
  'chart_note.removed': 'Убрана заметка с графиков',
} as const
