const MINUTE_MS = 60_000
/** So many sources are remembered; past that, those that came first are forgotten. */
const REMEMBERED = 10_000

/** Counts what a source does within a minute. Zero: it may; else after how many seconds it may again. */
export type Pace = (source: string, at: Date) => number

/** @param perMinute a desk of an МФЦ where sixty people answer within a minute must pass. */
export function pace(perMinute: number): Pace {
  const windows = new Map<string, { readonly until: number; count: number }>()
  return (source, at) => {
    const now = at.getTime()
    const known = windows.get(source)
    const window = known && known.until > now ? known : { until: now + MINUTE_MS, count: 0 }
    if (window !== known) {
      windows.delete(source)
      windows.set(source, window)
    }
    for (const old of windows.keys()) {
      if (windows.size <= REMEMBERED) break
      windows.delete(old)
    }
    window.count++
    return window.count > perMinute ? Math.ceil((window.until - now) / 1000) : 0
  }
}
