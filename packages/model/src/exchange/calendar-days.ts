/**
 * How many days the calendar of packages shows at once. The overview counts over the same days, so that whoever follows
 * its «не пришли» finds them.
 */
export const CALENDAR_DAYS = 31
