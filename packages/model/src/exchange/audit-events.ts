/** What the audit tells of this context, by the name it is recorded under, in Russian. */
export const EXCHANGE_EVENTS = {
  'package.received': 'Получен пакет',
  'package.imported': 'Принят пакет',
  'package.withdrawn': 'Отозван пакет',
  'figures.rebuilt': 'Показатели собраны заново',
} as const
