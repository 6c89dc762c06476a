/** What the audit tells of this context, by the name it is recorded under, in Russian. */
export const CALENDAR_EVENTS = {
  'calendar.year_saved': 'Изменён производственный календарь года',
} as const
