import type { Entries } from '../entry.ts'

/** Everybody's own list, calendar and choice of letters. */
export const deadlineEntries: Entries = {
  listDeadlines: { personal: () => ({}) },
  makeCalendarLink: { personal: () => ({}) },
  revokeCalendarLink: { personal: () => ({}) },
  chooseDeadlineMail: { personal: () => ({ body: { wanted: true } }) },
}
