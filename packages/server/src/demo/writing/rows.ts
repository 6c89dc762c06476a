import { itemOf } from '@otklik/model/statuses'
import { columnsOf, WIDE_EVENTS } from './columns.ts'
import type { Fault } from './faults.ts'
import type { Bag } from './post.ts'
import { dateText, momentText, type Style, timeText } from './csv.ts'
import type { Trace } from '../requests/trace.ts'
import type { SideKind } from '../requests/voices.ts'

type Cells = Record<string, string>

const REQUEST_COLUMNS = columnsOf('requests').canonical
const EVENT_COLUMNS = columnsOf('events').canonical

function faulty(columns: readonly string[], cells: Cells, fault: Fault | undefined): string[] {
  fault?.(cells)
  return columns.map((column) => cells[column] ?? '')
}

function requestCells(trace: Trace, region: string): Cells {
  const { applicant, service } = trace
  return {
    request_id: trace.id,
    service_id: service.id,
    subservice_id: trace.variant,
    consultation_topic: trace.topic,
    submission_channel: trace.channel,
    result_channel: trace.topic === '' ? trace.resultChannel : '',
    smev_kinds: trace.asked.join('|'),
    region,
    office: trace.office.name,
    applicant_kind: applicant.kind,
    applicant_hash: applicant.hash,
    gender: applicant.gender,
    age: applicant.age,
    ogrn: applicant.ogrn,
  }
}

export const requestRows = (bag: Bag, region: string) =>
  bag.requests.map(({ trace, fault }) => faulty(REQUEST_COLUMNS, requestCells(trace, region), fault))

export function eventRows(bag: Bag, style: Style): string[][] {
  // Russian headers stand for the older program, which knew items only.
  const withStatus = style.header === 'canonical'
  const byTime = bag.events.toSorted((left, right) => left.event.at - right.event.at)
  return byTime.map(({ trace, event, fault }) => {
    const cells = {
      request_id: trace.id,
      section: event.section === 'ЕПГУ' && trace.channel === 'РПГУ' ? 'РПГУ' : event.section,
      item: itemOf(event.section, event.status) ?? '',
      status: withStatus ? String(event.status) : '',
      date: dateText(event.at, style.dateSeparator),
      time: timeText(event.at),
    }
    return faulty(EVENT_COLUMNS, cells, fault)
  })
}

/** One row per request that has something to tell on the day, its events in columns of their own. */
export function wideRows(bag: Bag, region: string, style: Style): string[][] {
  const rows = new Map<string, { trace: Trace; moments: Map<string, string[]> }>()
  const row = (trace: Trace) => {
    const known = rows.get(trace.id) ?? { trace, moments: new Map<string, string[]>() }
    rows.set(trace.id, known)
    return known
  }
  for (const { trace } of bag.requests) row(trace).trace = trace
  for (const { trace, event } of bag.events.toSorted((left, right) => left.event.at - right.event.at)) {
    const { moments } = row(trace)
    const column = `${event.section}#${event.status}`
    const known = moments.get(column) ?? []
    moments.set(column, [...known, momentText(event.at, style.dateSeparator)])
  }
  return [...rows.values()].map(({ trace, moments }) => [
    ...faulty(REQUEST_COLUMNS, requestCells(trace, region), undefined),
    ...WIDE_EVENTS.map(({ column }) => moments.get(column)?.join('|') ?? ''),
  ])
}

export const wideColumns = () => [...REQUEST_COLUMNS, ...WIDE_EVENTS.map(({ column }) => column)]

export function sideRows(bag: Bag, kind: SideKind): string[][] {
  const columns = columnsOf(kind).canonical
  const mine = bag.sides.filter(({ row }) => row.kind === kind).toSorted((left, right) => left.row.at - right.row.at)
  return mine.map(({ row, fault }) => {
    const cells = row.cells.map((cell) => (typeof cell === 'number' ? momentText(cell, '.') : (cell ?? '')))
    return faulty(columns, Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])), fault)
  })
}
