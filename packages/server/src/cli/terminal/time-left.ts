/** Before so much is known, any guess would jump about. */
const SURE_MS = 1000
const SURE_SHARE = 0.02

/**
 * How long work goes on at the pace it has had since its beginning, in words: «8 с», «3 мин», «2 ч». The pace of the last
 * moment alone would jump between kinds of work.
 * @param elapsedMs since the beginning. @param share of the work done, 0–1.
 */
export function timeLeft(elapsedMs: number, share: number): string {
  if (elapsedMs < SURE_MS || share < SURE_SHARE) return '…'
  const seconds = Math.ceil((elapsedMs * Math.max(0, 1 - share)) / share / 1000)
  if (seconds < 90) return `${seconds} с`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} мин` : `${Math.round(minutes / 60)} ч`
}
