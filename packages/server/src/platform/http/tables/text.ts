/** A value of a text column as it is written: lists with commas, yes and no in Russian. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  if (Array.isArray(value)) return value.map(asText).join(', ')
  if (value instanceof Date) return value.toISOString()
  return JSON.stringify(value) ?? ''
}
