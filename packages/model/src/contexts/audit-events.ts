import { ACCESS_EVENTS } from '../access/audit-events.ts'
import { APPEALS_EVENTS } from '../appeals/audit-events.ts'
import { CALENDAR_EVENTS } from '../calendar/audit-events.ts'
import { CERTIFICATION_EVENTS } from '../certification/audit-events.ts'
import { CHANGE_EVENTS } from '../change/audit-events.ts'
import { DEADLINES_EVENTS } from '../deadlines/audit-events.ts'
import { EXCHANGE_EVENTS } from '../exchange/audit-events.ts'
import { PROGRESS_EVENTS } from '../progress/audit-events.ts'
import { REGISTER_EVENTS } from '../register/audit-events.ts'
import { SURVEYS_EVENTS } from '../surveys/audit-events.ts'

/** What the program itself does with the whole installation. */
const INSTALLATION_EVENTS = {
  'installation.copied': 'Снята резервная копия',
  'installation.key_replaced': 'Создан новый ключ записей вместо утраченного',
  'installation.restored': 'Установка восстановлена из резервной копии',
} as const

/** What the audit tells of, by the name it is recorded under, in Russian. A record of an older version may have another. */
export const AUDIT_EVENTS = {
  ...ACCESS_EVENTS,
  ...REGISTER_EVENTS,
  ...APPEALS_EVENTS,
  ...CALENDAR_EVENTS,
  ...CERTIFICATION_EVENTS,
  ...DEADLINES_EVENTS,
  ...EXCHANGE_EVENTS,
  ...PROGRESS_EVENTS,
  ...SURVEYS_EVENTS,
  ...CHANGE_EVENTS,
  ...INSTALLATION_EVENTS,
} as const
export type AuditEventName = keyof typeof AUDIT_EVENTS

export const isAuditEvent = (word: string): word is AuditEventName => Object.hasOwn(AUDIT_EVENTS, word)

/** The Russian text of an event; its name where it has none. */
export const auditEventText = (what: string): string => (isAuditEvent(what) ? AUDIT_EVENTS[what] : what)
