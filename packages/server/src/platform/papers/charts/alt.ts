import { numberFormat, PAPER } from '@otklik/model/print'
import type { Chart } from '../blocks.ts'

const { number } = numberFormat(PAPER)
const KINDS = { bars: 'Столбчатая диаграмма', lines: 'Линейный график' } as const

/** What a chart shows, for those who don't see it: every value of every series. */
export function altOf({ form, title, categories, series, digits = 1, unit }: Chart): string {
  const value = (one: number | null) =>
    one === null ? PAPER.nothing : `${number(one, digits)}${unit === undefined ? '' : ` ${unit}`}`
  const lines = series.map(
    ({ name, values }) =>
      `${name}: ${categories.map((category, at) => `${category} – ${value(values[at] ?? null)}`).join('; ')}`,
  )
  return `${KINDS[form]}. ${title}. ${lines.join('. ')}.`
}
