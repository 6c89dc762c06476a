import { formatNumber } from '../indicators/index.ts'

const numerals: Readonly<Record<number, string>> = { 2: 'два', 3: 'три', 4: 'четыре', 5: 'пять', 6: 'шесть' }

/** «три месяца подряд», «7 месяцев подряд», «21 месяц подряд». */
export function monthsInARow(count: number): string {
  const form = new Intl.PluralRules('ru').select(count)
  const noun = form === 'one' ? 'месяц' : form === 'few' ? 'месяца' : 'месяцев'
  return `${numerals[count] ?? count} ${noun} подряд`
}

/** A number with its sign in front. */
export function signed(value: number, decimals: number): string {
  const text = formatNumber(value, decimals)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** «= 0,032», «< 0,001». */
export const pValue = (p: number): string => (p < 0.001 ? '< 0,001' : `= ${formatNumber(p, 3)}`)

/** Numbers with as many decimals, one at least, as it takes to tell neighbours apart. */
export function distinctNumbers(values: readonly number[]): string[] {
  const print = (decimals: number): string[] => values.map((value) => formatNumber(value, decimals))
  const decimals = [1, 2, 3].find((tried) => print(tried).every((text, at, all) => text !== all[at - 1])) ?? 4
  return print(decimals)
}
