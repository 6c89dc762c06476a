import { type CountOf, REQUEST_COUNTS } from '@otklik/model/indicators'

/** What an event counts as, a bit for each count of the indicators: at most eight fit beside the status (`apply.ts`). */
export const bitOf = (column: CountOf['column']): number => REQUEST_COUNTS.findIndex((count) => count.column === column)
/** So many numbers the bits take. */
export const bitSpan = 2 ** REQUEST_COUNTS.length

const bitsOf = (code: number): number =>
  REQUEST_COUNTS.reduce((sum, { statuses }, bit) => sum + (statuses.some((one) => one === code) ? 2 ** bit : 0), 0)
const counted = [...new Set(REQUEST_COUNTS.flatMap(({ statuses }) => [...statuses]))]
/** The bits of `status`. */
export const bits = `toUInt8(transform(status, [${counted.join(', ')}], [${counted.map(bitsOf).join(', ')}], 0))`

/** The columns of `request_months` with the bit of each; the first one's name is shorter than its count's. */
export const monthFlags = REQUEST_COUNTS.map(({ column }, bit) => ({
  name: column === 'submitted' ? 'submit' : column,
  bit,
}))
