import type { Timeline } from '@otklik/model/progress/api'
import { findStatus, itemOf, resumed, suspended } from '@otklik/model/statuses'
import { instantOf, secondsBetween } from '../../platform/time/instant.ts'
import type { RawEvent, RawOrigin } from './rows.ts'

type Event = Timeline['events'][number]
type OriginOf = (raw: RawOrigin) => Event['origin']

const stops: readonly number[] = suspended

/**
 * Events as people see them: named, with the wait before each. A wait is suspended where the request stood in 14 or 15 and
 * 1020 had not come. Without a zone (the request itself has not arrived) waits are between local times.
 */
export function timelineEvents(raw: readonly RawEvent[], zone: string | null, originOf: OriginOf): Event[] {
  let standing = false
  let before: string | undefined
  return raw.map((event) => {
    const instant = zone === null ? null : instantOf(event.local, zone)
    const moment = instant ?? event.local
    const waited = before === undefined ? null : secondsBetween(before, moment)
    const shown = { ...named(event), instant, waited, suspended: standing, origin: originOf(event) }
    before = moment
    if (stops.includes(event.status)) standing = true
    if (event.status === resumed) standing = false
    return shown
  })
}

function named({ section, status, local, timeKnown }: RawEvent) {
  const known = findStatus(status)
  return {
    section,
    status,
    local,
    timeKnown: Boolean(timeKnown),
    item: itemOf(section, status) ?? '',
    name: known?.label ?? String(status),
    description: known?.description ?? '',
  }
}
