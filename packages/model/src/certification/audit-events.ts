/** What the audit tells of this context, by the name it is recorded under, in Russian. */
export const CERTIFICATION_EVENTS = {
  'certification_object.added': 'Добавлен объект сертификации',
  'certification_object.added_from_register': 'Объекты сертификации добавлены из реестра',
  'certification_object.saved': 'Изменён объект сертификации',
  'certification_object.removed': 'Объект сертификации исключён из проекта перечня',
  'certification_object.restored': 'Объект сертификации возвращён в проект перечня',
  'list.created': 'Составлен проект перечня отчётного года',
  'list.edited': 'Изменены сведения в проекте перечня',
  'list.published': 'Проект перечня опубликован для замечаний',
  'list.submitted': 'Перечень подан на утверждение',
  'list.withdrawn': 'Перечень отозван с утверждения',
  'list.returned': 'Перечень возвращён с замечаниями',
  'list.approved': 'Перечень утверждён',
  'list.update_begun': 'Начата актуализация перечня',
} as const
