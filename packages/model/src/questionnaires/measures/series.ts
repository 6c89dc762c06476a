import { type Item, prepare } from '../answering/index.ts'
import type { Questionnaire } from '../document/types.ts'
import { type MeasureShape, measures, measureShape } from './table.ts'

/** The measure of a question or row, if it has one. */
export const measureOf = ({ question, row }: Item): string | undefined => (row ? row.measure : question.measure)

/** What an item's answers have in common with all others of its series. */
export function shapeOf({ type, question, options }: Item): MeasureShape {
  if (type === 'text' || type === 'long' || type === 'note') return { type: 'text' }
  const shape = { type, ...ends(type, question.min, question.max) }
  if (type !== 'one' && type !== 'many') return shape
  return { ...shape, options: [...options.values()].filter(({ missing }) => !missing).map(({ code }) => code) }
}

type End = number | string | undefined
const ends = (type: string, min: End, max: End) => (type === 'scale' ? { min, max } : {})

/** In which way two shapes are not of one series: kind, ends, options; undefined where they are. */
export function differenceOfShapes(one: MeasureShape, other: MeasureShape): 'type' | 'bounds' | 'options' | undefined {
  if (one.type !== other.type) return 'type'
  if (one.min !== other.min || one.max !== other.max) return 'bounds'
  const codes = ({ options = [] }: MeasureShape): string => options.toSorted().join(' ')
  return codes(one) === codes(other) ? undefined : 'options'
}

/** A series that a new version ends: the item of the old version, and why. */
export interface EndedSeries {
  /** The measure, or the code where there is none. */
  readonly series: string
  /** Where the old version asked for it. */
  readonly at: string
  /** The item of the new version that took its place; null where nothing did. */
  readonly now: string | null
  readonly why: 'removed' | 'type' | 'bounds' | 'options'
}

/** Every series of the old version that the new one does not go on with. Codes and measures tell what belongs together. */
export function endedSeries(previous: Questionnaire, next: Questionnaire): EndedSeries[] {
  const now = seriesOf(next)
  return [...seriesOf(previous)].flatMap(([series, item]) => {
    const successor = now.get(series)
    const why = successor ? differenceOfShapes(shapeOf(item), shapeOf(successor)) : 'removed'
    return why ? [{ series, at: item.code, now: successor?.code ?? null, why }] : []
  })
}

/** Items by the name of their series; notes have none. */
function seriesOf(questionnaire: Questionnaire): Map<string, Item> {
  const items = [...prepare(questionnaire).items.values()].filter(({ type }) => type !== 'note')
  return new Map(items.map((item) => [measureOf(item) ?? item.code, item]))
}

export { measures, measureShape }
