import { isDay } from '@otklik/model/days'

export interface AuditSearch {
  from?: string
  to?: string
  /** `user:…`, `machine:…`, `operator`, `system`. */
  who?: string
  what?: string
  subject?: string
  organisation?: string
  find?: string
  /** Records before this number: the pages that follow. */
  before?: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const NUMBER = /^[1-9]\d{0,14}$/
const LIMITS = { who: 200, what: 100, subject: 400, find: 200 } as const

/** What the log is asked for: a day whose year is still being typed is none yet. */
export function askedDays({ from, to }: AuditSearch): Pick<AuditSearch, 'from' | 'to'> {
  return { ...(from !== undefined && isDay(from) && { from }), ...(to !== undefined && isDay(to) && { to }) }
}

/** What does not fit is left out, so that an old or mistyped link still opens. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const read: AuditSearch = {}
  const text = (name: string): string => (typeof search[name] === 'string' ? search[name] : '')
  for (const name of ['from', 'to'] as const) if (DAY.test(text(name))) read[name] = text(name)
  for (const name of ['who', 'what', 'subject', 'find'] as const) {
    if (text(name) !== '') read[name] = text(name).slice(0, LIMITS[name])
  }
  for (const name of ['organisation', 'before'] as const) if (NUMBER.test(text(name))) read[name] = text(name)
  return read
}
