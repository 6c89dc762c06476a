import { addMonths } from '@otklik/model/months'

export interface Preset {
  readonly name: 'lastMonth' | 'lastQuarter' | 'thisYear' | 'lastYear' | 'withRunning'
  readonly from: string
  readonly to: string
}

/** Usual periods that end with the last closed month, and one with the running months after it, as far as there are data. */
export function presets(last: string | null, first: string | null, running: string | null = null): Preset[] {
  if (last === null) return []
  const january = `${last.slice(0, 4)}-01`
  const all: Preset[] = [
    { name: 'lastMonth', from: last, to: last },
    { name: 'lastQuarter', from: addMonths(last, -2), to: last },
    { name: 'thisYear', from: january, to: last },
    { name: 'lastYear', from: addMonths(last, -11), to: last },
    ...(running !== null && running > last
      ? [{ name: 'withRunning' as const, from: addMonths(last, -11), to: running }]
      : []),
  ]
  return all.filter(({ to }) => first === null || to >= first)
}
