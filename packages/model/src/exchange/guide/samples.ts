import { dayInFigures } from '../../print/index.ts'
import { type CellType, type Column, type Kind, kindRules } from '../columns.ts'

/** What a cell of a sample holds where its column needs something of its own; `at` counts the rows from 0. */
type Sample = (at: number, day: string) => string

const moment =
  (time: string): Sample =>
  (_, day) =>
    `${dayInFigures(day)} ${time}`

/** Two requests: the first of a person, the second of an organisation. */
const byColumn: Readonly<Record<string, Sample>> = {
  request_id: (at) => `ОБРАЗЕЦ-${at + 1}`,
  service_id: () => '0000000012345678901',
  subservice_id: () => '',
  consultation_topic: () => '',
  smev_kinds: (at) => (at === 0 ? 'VS001|VS002' : ''),
  office: (at) => `Отдел № ${at + 1}`,
  applicant_kind: (at) => (at === 0 ? 'ФЛ' : 'ЮЛ'),
  gender: (at) => (at === 0 ? 'Ж' : ''),
  age: (at) => (at === 0 ? '035' : ''),
  ogrn: (at) => (at === 0 ? '' : '1027700132195'),
  section: () => 'ЕПГУ',
  item: (at) => (at === 0 ? '11' : ''),
  status: (at) => (at === 0 ? '' : '3'),
  uin: (at) => `1880000000000000000${at}`,
  uin_assigned_at: moment('10:00:00'),
  paid_at: moment('10:05:00'),
  payment_confirmed_at: moment('10:06:00'),
  form_error_at: () => '',
  refunded_at: () => '',
  criteria: () => 'срок=5|вежливость=4',
  review: (at) => (at === 0 ? 'Всё объяснили; «спасибо»' : ''),
  upheld_at: () => '',
  rejected_at: () => '',
  name: () => 'Выдача разрешения на ввод объекта в эксплуатацию',
  authority: () => 'Администрация города',
  kind: () => 'услуга',
  fee: () => '',
  life_situations: () => '',
}

const byType: Readonly<Record<CellType['type'], Sample>> = {
  identifier: () => '',
  text: () => '',
  registry_number: () => '0000000012345678901',
  channel: (at) => (at === 0 ? 'ЕПГУ' : 'МФЦ'),
  region: () => '31',
  word: () => '',
  hash: (at) => (at === 0 ? 'a94a8fe5ccb19ba61c4c0873d391e987' : '982fbbcaff3d4a05b20b1d1a1f7cf1d0'),
  age: () => '035',
  ogrn: () => '',
  section: () => 'ЕПГУ',
  item: () => '',
  status: () => '',
  date: (_, day) => dayInFigures(day),
  time: (at) => (at === 0 ? '09:30:00' : '11:45:10'),
  moment: moment('15:20:00'),
  score: (at) => String(5 - at),
  criteria: () => '',
  count: () => '10',
}

/** Columns of events that a wide sample shows. */
const WIDE_EVENTS: readonly (readonly [string, Sample])[] = [
  ['ЕПГУ.11', moment('09:30:00')],
  ['ЕПГУ#3', (at, day) => (at === 0 ? `${dayInFigures(day)} 12:00:00` : '')],
]

const cellOf = (kind: Kind, { name, cell }: Column): Sample => {
  if (kind === 'wide' && name === 'request_id') return (at) => `ОБРАЗЕЦ-Ш-${at + 1}`
  if (name === 'term_unit') return () => 'рабочие'
  return byColumn[name] ?? byType[cell.type]
}

/** A file of the kind as it should be, made from the column rules: the header in Russian and rows of the day. */
export function sampleOf(kind: Kind, day: string): { readonly name: string; readonly text: string } {
  const columns = kindRules[kind].columns.map((column) => [column.aliases[0], cellOf(kind, column)] as const)
  const all = kind === 'wide' ? [...columns, ...WIDE_EVENTS] : columns
  const rows = Array.from({ length: kind === 'services' ? 1 : 2 }, (_, at) => all.map(([, cell]) => cell(at, day)))
  const lines = [all.map(([title]) => title), ...rows].map((cells) => cells.map(quoted).join(';'))
  return { name: `образец-${kind}.csv`, text: `\u{FEFF}${lines.join('\r\n')}\r\n` }
}

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
