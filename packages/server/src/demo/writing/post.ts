import type { Section } from '@otklik/model/statuses'
import { dayOf } from '../calendar.ts'
import type { Fault, Trouble } from './faults.ts'
import { officesOf, type SupplierKey } from '../places.ts'
import type { Plan } from '../plan.ts'
import type { Trace, TraceEvent } from '../requests/trace.ts'
import type { SideRow } from '../requests/voices.ts'

/** What one supplier sends for one day, not yet written. */
export interface Bag {
  requests: { trace: Trace; fault?: Fault }[]
  events: { trace: Trace; event: TraceEvent; fault?: Fault }[]
  sides: { row: SideRow; fault?: Fault }[]
}

/** Lays out each request's rows into the bags of the days and suppliers that send them. */
export interface Post {
  put(trace: Trace, sides: readonly SideRow[]): void
  /** Hands the bag over and forgets it. */
  take(supplier: SupplierKey, day: number): Bag | undefined
}

export function makePost(plan: Plan, trouble: Trouble): Post {
  const bags = new Map<string, Bag>()
  const bag = (supplier: SupplierKey, day: number): Bag => {
    const key = `${supplier} ${day}`
    const known = bags.get(key) ?? { requests: [], events: [], sides: [] }
    // Nobody will ask for a day after the last one: its rows are dropped with the throw-away bag.
    if (day <= plan.lastDay) bags.set(key, known)
    return known
  }
  return {
    put(trace, sides) {
      const first = trace.events[0]
      if (first === undefined) return
      const owner = ownerOf(plan, trace, dayOf(first.at))
      putRequest(bag, trouble, owner, trace, dayOf(first.at))
      for (const event of trace.events) putEvent(bag, trouble, reporterOf(plan, owner, event.section), trace, event)
      for (const row of sides)
        bag(owner, dayOf(row.at)).sides.push({ row, fault: row.kind === 'ratings' ? trouble.rating() : undefined })
    },
    take(supplier, day) {
      const key = `${supplier} ${day}`
      const found = bags.get(key)
      bags.delete(key)
      return found
    },
  }
}

function ownerOf(plan: Plan, { channel, office }: Trace, day: number): SupplierKey {
  if (channel === 'МФЦ') return 'mfc'
  if (channel === 'ЕПГУ' || channel === 'РПГУ') return plan.suppliers === 4 ? 'epgu' : 'rgis'
  return office.authority === 'city' && day >= plan.municipalFrom ? 'mun' : 'rgis'
}

function reporterOf(plan: Plan, owner: SupplierKey, section: Section): SupplierKey {
  if (section === 'МФЦ') return 'mfc'
  if (section === 'ЕПГУ') return plan.suppliers === 4 ? 'epgu' : 'rgis'
  return owner === 'mun' ? 'mun' : 'rgis'
}

type Bags = (supplier: SupplierKey, day: number) => Bag

function putRequest(bag: Bags, trouble: Trouble, owner: SupplierKey, trace: Trace, first: number): void {
  const day = first + trouble.delay()
  const fault = trouble.request()
  bag(owner, day).requests.push({ trace, fault })
  const repair = fault === undefined ? null : trouble.repair()
  if (repair !== null) bag(owner, day + repair).requests.push({ trace })
  if (!trouble.corrected()) return
  const offices = officesOf(trace.office.authority)
  const other = offices[(offices.indexOf(trace.office) + 1) % offices.length]
  bag(owner, day + 1 + (trace.events.length % 9)).requests.push({
    trace: { ...trace, office: other ?? trace.office, resultChannel: trace.channel },
  })
}

function putEvent(bag: Bags, trouble: Trouble, reporter: SupplierKey, trace: Trace, event: TraceEvent): void {
  const day = dayOf(event.at)
  const fault = trouble.event()
  const { events } = bag(reporter, day)
  events.push({ trace, event, fault })
  const repair = fault === undefined ? null : trouble.repair()
  if (repair !== null) bag(reporter, day + repair).events.push({ trace, event })
  if (trouble.repeated()) events.push({ trace, event })
}
