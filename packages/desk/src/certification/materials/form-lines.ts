import type { FormEdition } from '@otklik/model/certification/api'
import { ALL_CRITERION_EVIDENCE, CRITERION_EVIDENCE } from '@otklik/model/certification/self-check'
import { asCell, cellsOf, filledLines } from '../file/sheet-lines.ts'

type Section = FormEdition['sections'][number]

/** Criteria as lines of text: name; weight; what has to be shown. */
export const criteriaLines = ({ criteria }: Section): string =>
  criteria
    .map(({ name, weight, evidence }) =>
      [asCell(name), weight, ...(evidence === null ? [] : [CRITERION_EVIDENCE[evidence]])].join('; '),
    )
    .join('\n')

/** @returns the criteria, and the first line that is wrong, from 1 */
export function criteriaFromLines(text: string): { readonly rows: Section['criteria']; readonly wrong: number | null } {
  const rows: Section['criteria'] = []
  for (const [at, line] of filledLines(text).entries()) {
    const [name = '', points = '', shown = ''] = cellsOf(line)
    const evidence = ALL_CRITERION_EVIDENCE.find((one) => CRITERION_EVIDENCE[one] === shown.toLowerCase()) ?? null
    const weight = /^\d{1,4}$/.test(points) ? Number(points) : 0
    if (name === '' || weight < 1 || weight > 1000 || (shown !== '' && evidence === null))
      return { rows, wrong: at + 1 }
    rows.push({ name, weight, evidence })
  }
  return { rows, wrong: null }
}
