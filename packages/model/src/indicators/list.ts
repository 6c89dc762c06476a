import { errors } from './errors.ts'
import { refusals } from './refusals.ts'
import { satisfaction } from './satisfaction.ts'

/** Every indicator, in the order in which screens offer them. A new one is its own file and its line here. */
export const INDICATORS = { refusals, errors, csi: satisfaction } as const

type Listed = (typeof INDICATORS)[keyof typeof INDICATORS]
type Share = Extract<Listed, { kind: 'share' }>
type Mean = Extract<Listed, { kind: 'mean' }>
export type FigureKey = Listed['key']
export type ShareKey = Share['key']
export type MeanKey = Mean['key']
export type ShareField = Share['field']
export type MeanField = Mean['field']
export type CountOf = Share['numerator'] | Share['denominator']
export type SampleOf = Mean['sample']

/** In the order of the columns of files. */
export const indicatorList: readonly Listed[] = Object.values(INDICATORS).toSorted((a, b) => a.place - b.place)

/** What is counted of requests for any indicator, each once: what a share is of, then what stands above the line. */
export const REQUEST_COUNTS: readonly CountOf[] = [
  ...new Set(indicatorList.flatMap((one) => (one.kind === 'share' ? [one.denominator, one.numerator] : []))),
]

/** A mean is better the greater it is; a share counts what went wrong. */
export const isMean = (figure: FigureKey): figure is MeanKey => INDICATORS[figure].kind === 'mean'

/** Digits after the comma on screens and in papers: shares one, means two. */
export const digitsOf = (figure: FigureKey): 1 | 2 => (isMean(figure) ? 2 : 1)
