import { addDays, dayOf, dayText } from '@otklik/model/days'

/** Whether a day can be reported yet: one later than tomorrow is a slip of the hand. The country's day begins in Kamchatka. */
export function isReportable(date: string, now: Date): boolean {
  return date <= lastReportable(now)
}

export const notReportable = (now: Date): string =>
  `Отчётная дата не может быть позже завтрашнего дня, ${dayText(lastReportable(now))}.`

const lastReportable = (now: Date): string => addDays(dayOf(now, 'Asia/Kamchatka'), 1)
