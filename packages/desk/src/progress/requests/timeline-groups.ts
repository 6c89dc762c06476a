import type { Timeline } from '@otklik/model/progress/api'

export type TimelineEvent = Timeline['events'][number]

export interface SectionGroup {
  readonly section: string
  readonly events: readonly TimelineEvent[]
}

/** Events one after another in the same section stand together: the route of the request. */
export function groupBySection(events: readonly TimelineEvent[]): SectionGroup[] {
  const groups: { section: string; events: TimelineEvent[] }[] = []
  for (const event of events) {
    const last = groups.at(-1)
    if (last?.section === event.section) last.events.push(event)
    else groups.push({ section: event.section, events: [event] })
  }
  return groups
}
