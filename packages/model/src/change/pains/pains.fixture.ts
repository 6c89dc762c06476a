import { expect } from 'vitest'
import { computePains, type PainMap, readPains } from './index.ts'

/** What tests hand in: a problem, respondents and items alike but for what is named. */
export const problem = (code: string, more: object = {}) => ({
  code,
  name: `Проблема ${code}`,
  stage: 'приём',
  feasibility: 2,
  flag: null,
  ...more,
})
export const asked = (count: number, more: object = {}) =>
  Array.from({ length: count }, () => ({ process: 's', channel: 'МФЦ', rating: null, problems: [], ...more }))
export const said = (count: number, ...problems: string[]) =>
  Array.from({ length: count }, () => ({ process: 's', problems }))
/** The map of an input without faults. */
export const mapOf = (input: object): PainMap => {
  const { input: read, faults } = readPains({
    period: '2026-Q2',
    processes: [
      { id: 's', name: 'Зачисление' },
      { id: 't', name: 'Отпуск' },
    ],
    problems: [problem('q'), problem('f')],
    ...input,
  })
  expect(faults).toEqual([])
  return computePains(read)
}
