/** What the audit tells of, by the name it is recorded under, in Russian. A record of an older version may have another. */
export const AUDIT_EVENTS = {
  'session.opened': 'Вход',
  'session.closed': 'Выход',
  'session.refused': 'Отказ во входе',
  'session.awaits_code': 'Пароль верен, ожидается код второго фактора',
  'session.role_switched': 'Смена роли',
  'second_factor.refused': 'Неверный код второго фактора',
  'password.refused': 'Неверный прежний пароль',
  'identity.linked': 'Привязан внешний вход',
  'identity.unlinked': 'Отвязан внешний вход',
  'invitation.accepted': 'Приглашение принято',
  'access.refused': 'Отказ: нет права (не чаще записи в минуту на человека и раздел)',
  'data.viewed': 'Просмотр первичных данных',
  'data.exported': 'Выгрузка в файл',
  'user.created': 'Заведён человек',
  'supplier.saved': 'Сохранён поставщик',
  'token.issued': 'Выдан ключ',
  'token.revoked': 'Отозван ключ',
  'organisation.added': 'Добавлена организация',
  'organisation.saved': 'Изменена организация',
  'organisation.moved': 'Организация перенесена',
  'organisation.closed': 'Организация закрыта',
  'organisation.reopened': 'Организация открыта снова',
  'register.services.saved': 'Изменена услуга в реестре',
  'register.authorities.saved': 'Изменён орган в реестре',
  'register.offices.saved': 'Изменено подразделение в реестре',
  'register.regions.saved': 'Изменён регион в реестре',
  'register.norms.saved': 'Изменена норма в реестре',
  'package.imported': 'Принят пакет',
  'figures.rebuilt': 'Показатели собраны заново',
  'alarms.judged': 'Найдены критические значения',
  'alarm.acknowledged': 'Критическое значение принято к сведению',
  'installation.restored': 'Установка восстановлена из резервной копии',
} as const
export type AuditEventName = keyof typeof AUDIT_EVENTS

export const isAuditEvent = (word: string): word is AuditEventName => Object.hasOwn(AUDIT_EVENTS, word)

/** The Russian text of an event; its name where it has none. */
export const auditEventText = (what: string): string => (isAuditEvent(what) ? AUDIT_EVENTS[what] : what)
