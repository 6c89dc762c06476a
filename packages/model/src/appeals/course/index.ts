/** The course of an appeal: its table of states, and the days on which people are reminded. */
export type { AppealAbout, AppealGiven } from './about.ts'
export { APPEAL_GUARDS, DAYS_TO_REOPEN, MOST_REOPENINGS } from './guards.ts'
export { isForwardedLate, type Reminder, remindersOf } from './reminders.ts'
export { APPEAL_COURSE, type AppealEvent, type AppealState } from './states.ts'
