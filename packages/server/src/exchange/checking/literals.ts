/** Text as a ClickHouse literal. */
export function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\r/g, '\\r')}'`
}
export const array = (texts: readonly string[]): string => `[${texts.map(literal).join(',')}]`
export const tuple = (values: readonly (string | number)[]): string =>
  `(${values.map((value) => (typeof value === 'number' ? value : literal(value))).join(',')})`
/** SQL that is true if any of the conditions is. */
export const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '0' : conditions.map((condition) => `(${condition})`).join(' OR ')
/** `transform` over text: what isn't in the map gives `otherwise`. */
export function lookup(
  value: string,
  pairs: readonly (readonly [string, string | number])[],
  otherwise: string | number,
) {
  const results = pairs.map(([, result]) => result)
  const to = results.every((result) => typeof result === 'number')
    ? `[${results.join(',')}]`
    : array(results.map(String))
  const last = typeof otherwise === 'number' ? otherwise : literal(otherwise)
  return `transform(${value}, ${array(pairs.map(([from]) => from))}, ${to}, ${last})`
}
