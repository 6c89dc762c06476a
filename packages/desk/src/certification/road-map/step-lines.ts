import type { BodyOf } from '@otklik/model/api'
import type { RoadMap, saveRoadMap } from '@otklik/model/certification/api'
import { isDay } from '@otklik/model/days'
import { asCell, cellsOf, filledLines } from '../file/sheet-lines.ts'

type GivenStep = BodyOf<typeof saveRoadMap>['steps'][number]
type Step = RoadMap['steps'][number]

/** Steps of a section as lines: name; result; numbers of remarks; last day; responsible; related steps. */
export const stepLines = (steps: readonly Step[], section: number): string =>
  steps
    .filter((step) => step.section === section)
    .map(({ name, result, remarks, due, responsible, related }) =>
      [
        asCell(name),
        asCell(result),
        remarks.join(', '),
        due === null ? '' : dayShown(due),
        asCell(responsible),
        related,
      ]
        .join('; ')
        .replace(/[; ]+$/, ''),
    )
    .join('\n')

const dayShown = (day: string): string => day.split('-').toReversed().join('.')

/** @returns the steps, and the first line that is wrong, from 1 */
export function stepsFromLines(
  text: string,
  section: number,
): { readonly steps: GivenStep[]; readonly wrong: number | null } {
  const steps: GivenStep[] = []
  for (const [at, line] of filledLines(text).entries()) {
    const [name = '', result = '', numbers = '', day = '', responsible = '', ...rest] = cellsOf(line)
    const remarks = numbers === '' ? [] : numbers.split(',').map((one) => Number(one.trim()))
    const due = day === '' ? null : dayOfText(day)
    if (name === '' || due === undefined || remarks.some((one) => !Number.isInteger(one) || one < 1))
      return { steps, wrong: at + 1 }
    steps.push({ section, name, result, remarks, due, responsible, related: rest.join('; ') })
  }
  return { steps, wrong: null }
}

/** A day as it is written, ДД.ММ.ГГГГ or ГГГГ-ММ-ДД; undefined where it is none. */
function dayOfText(text: string): string | undefined {
  const day = /^\d{2}\.\d{2}\.\d{4}$/.test(text) ? text.split('.').toReversed().join('-') : text
  return isDay(day) ? day : undefined
}
