import type { CountedItem } from './counted-items.ts'
import { type Distribution, meanOf, netFigure, shareFigure } from './figures.ts'
import { type Cells, countAt } from './tally.ts'
import type { Figures, ItemResult, OptionResult } from './types.ts'

/** One question's answers, counted. */
export function itemResult(counted: CountedItem, cells: Cells): ItemResult {
  const { item, measure } = counted
  const at = (key: string): number => countAt(cells, item.code, key)
  const [shown, answered, base] = [at('shown'), at('answered'), at('base')]
  return {
    code: item.code,
    type: item.question.type,
    measure: measure ?? null,
    n: { shown, answered, missing: answered - base, skipped: shown - answered },
    options: item.type === 'number' ? [] : optionResults(counted, cells, base),
    figures: figuresOf(counted, cells, base),
  }
}

function optionResults({ item, codes, missing }: CountedItem, cells: Cells, base: number): OptionResult[] {
  const count = (code: string): number => countAt(cells, item.code, `=${code}`)
  const listed = (codes ?? valuesIn(cells, item.code)).map((code): OptionResult => {
    const { value: share, low, high } = shareFigure(count(code), base)
    return { code, count: count(code), share, low, high }
  })
  const apart = missing.map((code) => ({ code, count: count(code), share: null, low: null, high: null }))
  return [...listed, ...apart]
}

/** The values that occur, sorted. */
const valuesIn = (cells: Cells, code: string): string[] =>
  [...(cells.get(code)?.keys() ?? [])]
    .filter((key) => key.startsWith('='))
    .map((key) => key.slice(1))
    .toSorted()

function figuresOf(counted: CountedItem, cells: Cells, base: number): Figures {
  const { item, codes, missing, isNumeric, tellsSatisfaction } = counted
  const count = (code: string): number => countAt(cells, item.code, `=${code}`)
  if (tellsSatisfaction) return { satisfied: shareFigure(count('yes'), count('yes') + count('no')) }
  if (!isNumeric) return {}
  const values = valuesIn(cells, item.code).filter((value) => !missing.includes(value))
  const distribution = values.map((value) => [Number(value), count(value)] as const)
  const points = item.type === 'scale' ? (codes ?? []).map(Number) : []
  return { mean: meanOf(distribution), ...ofScale(points, distribution, base) }
}

/** What is counted of a scale of five points, or of 1–10. */
function ofScale(points: readonly number[], distribution: Distribution, base: number): Figures {
  const among = (wanted: readonly number[]): number =>
    distribution.reduce((sum, [value, count]) => (wanted.includes(value) ? sum + count : sum), 0)
  if (points.length === 5) {
    const [best, worst] = [among(points.slice(3)), among(points.slice(0, 2))]
    return { top2: shareFigure(best, base), net: netFigure(best, worst, base) }
  }
  if (points.length !== 10 || points[0] !== 1) return {}
  return { nps: netFigure(among([9, 10]), among([1, 2, 3, 4, 5, 6]), base) }
}
