/** How numbers are written in one place: the signs of a language, the spaces of a medium. */
export interface NumberStyle {
  readonly decimal: ',' | '.'
  /** Between groups of three digits; empty where numbers stand within a sentence. */
  readonly thousands: string
  /** With what stands before it: '\u00a0%'. */
  readonly percent: string
  /** What stands where there is no value. */
  readonly nothing: string
}

export const NO_BREAK_SPACE = '\u00a0'
export const MINUS = '\u2212'

/** Within a sentence in Russian: 1000,5. */
const SENTENCE: NumberStyle = { decimal: ',', thousands: '', percent: ' %', nothing: 'нет данных' }
/** On paper: 41 204 with no-break spaces; «нет данных» where there is no value. */
export const PAPER: NumberStyle = {
  decimal: ',',
  thousands: NO_BREAK_SPACE,
  percent: `${NO_BREAK_SPACE}%`,
  nothing: 'нет данных',
}

export interface NumberFormat {
  /** A number with exactly so many digits after the comma; a half is rounded away from zero, −0 is 0. */
  number(value: number, digits: number): string
  /** A whole number: 41 204. */
  count(value: number): string
  /** A share that is given in percent: 12,4 %. */
  percent(value: number | null): string
  /** A level in percent with no more digits than it has, two at most: 70 %, 72,25 %. */
  level(value: number): string
  /** A mean on the scale of 1–5: 4,21. */
  mean(value: number | null): string
  /** Bounds without the unit: 11,6–13,2; null where one of them is missing. */
  interval(low: number | null, high: number | null, digits: number): string | null
  /** A difference with its sign: +1,2 or −0,3. */
  signed(value: number, digits: number): string
}

export function numberFormat({ decimal, thousands, percent, nothing }: NumberStyle): NumberFormat {
  const unsigned = (digits: string) => {
    const [whole = '', fraction] = digits.split('.')
    const grouped = thousands === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, thousands)
    return fraction === undefined ? grouped : grouped + decimal + fraction
  }
  const signOf = (value: number, digits: string, plus = '') => {
    if (!/[1-9]/.test(digits)) return ''
    return value < 0 ? MINUS : plus
  }
  const written = (value: number, digits: number, plus?: string) => {
    const rounded = roundedDigits(value, digits)
    return signOf(value, rounded, plus) + unsigned(rounded)
  }
  const number = (value: number, digits: number) => written(value, digits)
  return {
    number,
    count: (value) => number(value, 0),
    percent: (value) => (value === null ? nothing : number(value, 1) + percent),
    level: (value) => number(value, fewestDigits(value)) + percent,
    mean: (value) => (value === null ? nothing : number(value, 2)),
    interval: (low, high, digits) =>
      low === null || high === null ? null : `${number(low, digits)}–${number(high, digits)}`,
    signed: (value, digits) => written(value, digits, '+'),
  }
}

/** As people round: what a number shows in 15 digits counts, so that 1,005 is 1,01. */
function roundedDigits(value: number, digits: number): string {
  const scale = 10 ** digits
  return (Math.round(Number((Math.abs(value) * scale).toPrecision(15))) / scale).toFixed(digits)
}

const fewestDigits = (value: number): number =>
  [0, 1].find((digits) => Number(roundedDigits(value, digits)) === Number(roundedDigits(value, 2))) ?? 2

/** A number within a Russian sentence: decimal comma, the given number of decimals, a true minus sign. */
export const formatNumber = numberFormat(SENTENCE).number
