import { type Item, prepare } from '../answering/index.ts'
import type { Questionnaire } from '../document/types.ts'
import { differenceOfShapes, endedSeries, type EndedSeries, measureOf, shapeOf } from '../measures/series.ts'
import { type MeasureShape, measureShape } from '../measures/table.ts'
import { type Problem, warning } from './problems.ts'

const differs = {
  type: 'другого вида',
  bounds: 'с другими концами шкалы',
  options: 'с другими вариантами',
} as const

/** Questions that name a measure but are not asked the way it is, and weights of criteria that nobody asks for. */
export function measureProblems(
  questionnaire: Questionnaire,
  shapes: (code: string) => MeasureShape | undefined = measureShape,
): Problem[] {
  const items = [...prepare(questionnaire).items.values()]
  const mismatched = items.flatMap((item) => {
    const measure = measureOf(item)
    const shape = measure === undefined ? undefined : shapes(measure)
    const difference = shape && differenceOfShapes(shape, shapeOf(item))
    return difference ? [warning('measure_mismatch', item.code, mismatchText(measure, difference))] : []
  })
  return [...mismatched, ...strayWeights(questionnaire, items)]
}

const mismatchText = (measure: string | undefined, difference: keyof typeof differs): string =>
  `Показатель «${measure}» измеряют вопросом ${differs[difference]}: ответы не войдут в один ряд.`

function strayWeights({ csi }: Questionnaire, items: readonly Item[]): Problem[] {
  const asked = new Set(items.flatMap((item) => [item.code, measureOf(item)]))
  return Object.keys(csi?.weights ?? {})
    .filter((name) => !asked.has(name))
    .map((name) =>
      warning('measure_mismatch', `csi.weights.${name}`, `Вес дан показателю «${name}», а такого вопроса нет.`),
    )
}

/** Series that this version ends. */
export function seriesProblems(previous: Questionnaire, next: Questionnaire): Problem[] {
  return endedSeries(previous, next).map((ended) =>
    warning('series_broken', ended.now ?? ended.at, endedSeriesText(ended)),
  )
}

/** Why a series ends, in a Russian sentence. */
export function endedSeriesText({ series, at, now, why }: EndedSeries): string {
  if (why === 'removed') return `Ряд «${series}» обрывается: вопроса «${at}» прошлой версии больше нет.`
  return `Ряд «${series}» обрывается: «${now}» теперь ${differs[why]}, чем «${at}» прошлой версии.`
}
