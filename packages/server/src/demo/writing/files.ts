import { firstDayOf, isoDay, monthOf } from '../calendar.ts'
import type { Kind } from '@otklik/model/exchange'
import { columnsOf } from './columns.ts'
import { authorityName, SUPPLIERS, type SupplierKey } from '../places.ts'
import type { Plan } from '../plan.ts'
import type { Bag } from './post.ts'
import { eventRows, requestRows, sideRows, wideColumns, wideRows } from './rows.ts'
import { SERVICES, type ServiceProfile } from '../services/index.ts'
import { type Style, writeSheet } from './csv.ts'

export interface DemoFile {
  /** `<supplier>_<YYYYMMDD>_<kind>.csv` */
  name: string
  kind: Kind
  rows: number
  content: Buffer
}

const MODERN: Style = {
  encoding: 'utf-8-bom',
  delimiter: ';',
  newline: '\r\n',
  dateSeparator: '.',
  header: 'canonical',
  layout: 'long',
}
const OLD: Style = { ...MODERN, encoding: 'windows-1251', dateSeparator: '-', header: 'russian' }

/** Suppliers differ, as they do in life: the centres changed their program after two months. */
export function styleOf(plan: Plan, supplier: SupplierKey, day: number): Style {
  if (supplier === 'mun') return { ...MODERN, encoding: 'windows-1251', delimiter: ',', layout: 'wide' }
  if (supplier === 'rgis') return { ...MODERN, encoding: 'utf-8', newline: '\n' }
  if (supplier === 'epgu') return { ...MODERN, delimiter: '\t' }
  return day < firstDayOf(monthOf(plan.firstDay) + 2) ? OLD : MODERN
}

/** The files of a bag; a kind without rows has no file. */
export function writeFiles(plan: Plan, supplier: SupplierKey, day: number, bag: Bag): DemoFile[] {
  const style = styleOf(plan, supplier, day)
  const file = (kind: Kind, columns: readonly string[], rows: readonly string[][]): DemoFile[] => {
    if (rows.length === 0) return []
    return [{ name: nameOf(supplier, day, kind), kind, rows: rows.length, content: writeSheet(columns, rows, style) }]
  }
  const usual = (kind: Kind, rows: readonly string[][]) => file(kind, columnsOf(kind)[style.header], rows)
  const course =
    style.layout === 'wide'
      ? file('wide', wideColumns(), wideRows(bag, plan.region, style))
      : [...usual('requests', requestRows(bag, plan.region)), ...usual('events', eventRows(bag, style))]
  const sides = (['payments', 'ratings', 'complaints'] as const).flatMap((kind) => usual(kind, sideRows(bag, kind)))
  return [...course, ...sides]
}

const nameOf = (supplier: SupplierKey, day: number, kind: Kind) =>
  `${SUPPLIERS[supplier].code}_${isoDay(day).replaceAll('-', '')}_${kind}.csv`

/** The list of services on the first day, and once more a changed fee seven months later. */
export function servicesFile(plan: Plan, day: number): DemoFile[] {
  const changed = day === firstDayOf(monthOf(plan.firstDay) + 7)
  if (day !== plan.firstDay && !changed) return []
  const services = changed
    ? SERVICES.filter(({ fee }) => fee === 100).map((service) => ({ ...service, fee: 150 }))
    : SERVICES
  const rows = services.flatMap((service) => serviceRows(service, plan.region))
  const content = writeSheet(columnsOf('services').canonical, rows, styleOf(plan, 'rgis', day))
  return [{ name: nameOf('rgis', day, 'services'), kind: 'services', rows: rows.length, content }]
}

/** The service itself, then its variants under numbers of their own. */
export function serviceRows(service: ServiceProfile, region: string): string[][] {
  const row = (variant: string, name: string) => {
    const cells: Record<string, string> = {
      service_id: service.id,
      subservice_id: variant,
      name,
      authority: authorityName(service.authority),
      region,
      kind: service.kind,
      term_days: String(service.termDays),
      term_unit: service.termUnit,
      fee: String(service.fee),
      life_situations: service.situations.join('|'),
    }
    return columnsOf('services').canonical.map((column) => cells[column] ?? '')
  }
  return [
    row('', service.name),
    ...service.variants.map((name, index) => row(`${service.id}${index + 1}`, `${service.name}: ${name}`)),
  ]
}
