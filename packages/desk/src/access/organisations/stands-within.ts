import type { Organisation } from '@otklik/model/access/api'

/** Whether one organisation is the other or stands somewhere under it. */
export const standsWithin = (one: Pick<Organisation, 'id' | 'above'>, other: Pick<Organisation, 'id'>): boolean =>
  one.id === other.id || one.above.some(({ id }) => id === other.id)
