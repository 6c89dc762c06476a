import { dayOf } from '@otklik/model/days'
import type { Db } from '../platform/postgres/open.ts'
import type { Streamer } from './executor.ts'
import { waitingEvents } from './overview/waiting.ts'
import type { LedgerView, RegisterView } from './ports.ts'

/** What reading the figures touches. */
export interface ProgressDeps {
  readonly ch: Streamer
  readonly db: Db
  readonly register: RegisterView
  readonly ledger: LedgerView
  now(): Date
  /** Today's date where the server keeps its calendar, 'YYYY-MM-DD'. */
  today(): string
  /** Days after its end on which a month is closed. */
  readonly closesAfterDays: number
  /** Events whose request has not come yet. */
  waitingEvents(): Promise<number>
}

/** The deps of this context, made once per process. */
export function progressDeps(given: {
  readonly ch: Streamer
  readonly db: Db
  readonly register: RegisterView
  readonly ledger: LedgerView
  readonly now?: () => Date
  readonly closesAfterDays?: number
}): ProgressDeps {
  const { now = () => new Date(), closesAfterDays = 5, ...rest } = given
  return { ...rest, now, closesAfterDays, today: () => dayOf(now()), waitingEvents: waitingEvents(given.ch) }
}
