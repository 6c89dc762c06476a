/** The end of a day in the reader's zone as the server takes it; nothing for an empty field: the server's own term. */
export const expiryGiven = (day: string): { expiresAt?: string } =>
  day === '' ? {} : { expiresAt: new Date(`${day}T23:59:59`).toISOString() }

const YEARS = 2

/** The days that a key may end on: from tomorrow to two years on, as a field of the kind `date` takes them. */
export function expiryBounds(now: Date): { min: string; max: string } {
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const last = new Date(Date.UTC(now.getUTCFullYear() + YEARS, now.getUTCMonth(), now.getUTCDate() - 1))
  return { min: day(new Date(now.getTime() + 86_400_000)), max: day(last) }
}
