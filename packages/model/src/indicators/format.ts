const minus = '−'

/** A number as Russian texts print it: decimal comma, the given number of decimals, a true minus sign. */
export function formatNumber(value: number, decimals: number): string {
  const scale = 10 ** decimals
  const rounded = Math.round(Number((Math.abs(value) * scale).toPrecision(15))) / scale
  const sign = value < 0 && rounded !== 0 ? minus : ''
  return sign + rounded.toFixed(decimals).replace('.', ',')
}
