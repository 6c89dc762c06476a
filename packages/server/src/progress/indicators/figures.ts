import { csi, type FigureRow, indicatorList, share } from '@otklik/model/indicators'
import { type Counts, ratingSample } from '../cube/counts.ts'

type Listed = (typeof indicatorList)[number]

/** Every indicator of these counts, each after what it is counted from: the order of rows of the API. */
export function figuresOf(counts: Counts): FigureRow {
  // Every field is there: the list holds every indicator.
  return Object.assign({}, ...indicatorList.map((one) => figureOf(one, counts))) as FigureRow
}

function figureOf(one: Listed, counts: Counts): Partial<FigureRow> {
  if (one.kind === 'mean') {
    const { n, mean, sd } = ratingSample(counts)
    return { [one.sample.key]: n, [one.field]: csi(n, mean, sd) }
  }
  const [above, below] = [counts[one.numerator.key], counts[one.denominator.key]]
  return { [one.denominator.key]: below, [one.numerator.key]: above, [one.field]: share(above, below) }
}
