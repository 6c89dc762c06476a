/** What the audit tells of this context, by the name it is recorded under, in Russian. */
export const DEADLINES_EVENTS = {
  'deadlines.link_made': 'Создана ссылка на календарь сроков',
  'deadlines.link_revoked': 'Отозвана ссылка на календарь сроков',
  'deadlines.mail_chosen': 'Изменён выбор писем о сроках',
} as const
