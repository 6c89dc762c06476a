/** What the audit tells of this context, by the name it is recorded under, in Russian. */
export const CHANGE_EVENTS = {
  'process.added': 'Добавлен процесс карты болей',
  'statements.taken': 'Приняты высказывания',
  'statement.masked': 'Замаскирована часть высказывания',
  'statement.coded': 'Высказыванию присвоены темы',
  'statement.coded_again': 'Высказыванию присвоены темы вторым кодировщиком',
  'coding.undone': 'Кодирование отменено',
  'topics.learned': 'Обучены подсказки тем',
  'rubricator.saved': 'Сохранена редакция рубрикатора',
} as const
