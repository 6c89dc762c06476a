/** A service's number has so many digits at most. */
export const LONGEST_SERVICE = 36

/** The numbers that a spreadsheet would have made this one of, by taking the zeros before it away: all of one and the same digits. */
export function withZeros(id: string): string[] {
  if (!/^[1-9]\d*$/.test(id)) return []
  return Array.from({ length: Math.max(0, LONGEST_SERVICE - id.length) }, (_, zeros) =>
    id.padStart(id.length + zeros + 1, '0'),
  )
}
