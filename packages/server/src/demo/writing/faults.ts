import type { Random } from '../random.ts'

/** What goes wrong in a row on its way: given its cells by column, changes some. */
export type Fault = (cells: Record<string, string>) => void

const set =
  (column: string, value: string): Fault =>
  (cells) => {
    cells[column] = value
  }

const EVENT_FAULTS: readonly Fault[] = [
  (cells) => {
    cells.date = `31.02.${(cells.date ?? '').slice(-4)}`
  },
  (cells) => {
    cells.date = (cells.date ?? '').replace(/\d{4}$/, (year) => String(Number(year) + 1))
  },
  set('time', '25:10:00'),
  set('date', ''),
  set('section', 'ПОЧТА'),
  (cells) => {
    cells.status = '999'
    cells.item = ''
  },
  (cells) => {
    cells.section = 'ОГВ'
    cells.status = '1003'
    cells.item = ''
  },
]

const REQUEST_FAULTS: readonly Fault[] = [
  // The last digit no longer checks; a person's row gets an age of two digits instead.
  (cells) => {
    if (cells.ogrn) cells.ogrn = cells.ogrn.slice(0, -1) + ((Number(cells.ogrn.at(-1)) + 1) % 10)
    else cells.age = (cells.age ?? '').slice(1)
  },
  set('submission_channel', 'Почта'),
  set('region', 'Неизвестная область'),
  set('service_id', 'уточняется'),
  // A telephone of zeros: what must never come in the clear.
  set('applicant_hash', '+7 (000) 000-00-00'),
]

/** Chances of trouble, per row. */
const SHARE = { event: 0.0007, request: 0.002, rating: 0.002, duplicate: 0.0004, correction: 0.005, delay: 0.012 }

export interface Trouble {
  event(): Fault | undefined
  request(): Fault | undefined
  rating(): Fault | undefined
  repeated(): boolean
  corrected(): boolean
  /** Days by which a row of a request comes after its first events. */
  delay(): number
  /** Days until the supplier sends a set-aside row again put right; null: never. */
  repair(): number | null
}

export function makeTrouble(random: Random): Trouble {
  const some = (share: number, faults: readonly Fault[]) => (random.chance(share) ? random.pick(faults) : undefined)
  return {
    event: () => some(SHARE.event, EVENT_FAULTS),
    request: () => some(SHARE.request, REQUEST_FAULTS),
    rating: () => some(SHARE.rating, [set('score', '7'), set('score', 'отлично')]),
    repeated: () => random.chance(SHARE.duplicate),
    corrected: () => random.chance(SHARE.correction),
    delay: () => (random.chance(SHARE.delay) ? 1 + random.below(4) : 0),
    repair: () => (random.chance(0.65) ? 1 + random.below(6) : null),
  }
}
