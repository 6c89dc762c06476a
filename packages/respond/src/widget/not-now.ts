const DAYS_30_MS = 30 * 24 * 3600_000
const keyOf = (campaign: string): string => `otklik-not-now-${campaign}`

/** Whether the card may be shown: nobody said «не сейчас», or answered, in the last 30 days. */
export function isWanted(campaign: string): boolean {
  try {
    return Date.now() - Number(localStorage.getItem(keyOf(campaign)) ?? 0) > DAYS_30_MS
  } catch {
    return true
  }
}

export function notNow(campaign: string): void {
  try {
    localStorage.setItem(keyOf(campaign), String(Date.now()))
  } catch {
    // A browser that keeps nothing will ask again.
  }
}
