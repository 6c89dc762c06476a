import { readScoreInput, type ScoreInput } from './input.ts'
import { levelOf } from './level.ts'
import { type Decision, firstDecision, lacksRoadMap, repeatedDecision } from './outcome.ts'
import { type Band, bandOf, type Part, type Scheme, schemeOf } from './schemes.ts'
import { termOf } from './term.ts'
import { answerOrFault, type InputFault } from '../../inputs/index.ts'

/** The level of an object and what follows from it; the keys stand in the order in which they are printed. */
export interface ScoreResult {
  /** Percent, whole. */
  readonly level: number
  /** Whole hundredths of a point by part. */
  readonly parts: Readonly<Partial<Record<Part, number>>>
  readonly band: Band
  readonly certificate: boolean
  readonly conclusion: boolean
  /** The first and last day of the certificate, `YYYY-MM-DD`; null without one. */
  readonly valid_from: string | null
  readonly valid_to: string | null
  /** How many times in a row the level has now been repeated exactly; 0 after a change. */
  readonly equal_repeats: number
  readonly refused: null
  /** Russian sentences that name the points applied. */
  readonly reasons: readonly string[]
}

/** A repetition that may not start: nothing is counted. */
export type ScoreRefusal = { readonly [Key in Exclude<keyof ScoreResult, 'refused' | 'reasons'>]: null } & {
  readonly refused: 'road_map_not_done'
  readonly reasons: readonly string[]
}

/** The integral level of an object of certification and its outcome (Правила, пункты 17–23, 29–31, 36–39). */
export function score(input: ScoreInput): ScoreResult | ScoreRefusal {
  const scheme = schemeOf(input.kind)
  if (input.previous !== undefined && lacksRoadMap(input.previous, scheme)) return refusal(input.previous.level, scheme)
  const { level, parts, reasons } = levelOf(input, scheme)
  const decision =
    input.previous === undefined ? firstDecision(level, scheme) : repeatedDecision(level, input.previous, scheme)
  return { level, parts, band: bandOf(level, scheme), ...documents(decision, input, scheme, reasons) }
}

/** The same of an input as it came; a wrong one is answered with its fault. */
export const scoreOf = (value: unknown): ScoreResult | ScoreRefusal | InputFault =>
  answerOrFault(() => score(readScoreInput(value)))

function documents(
  { outcome, equalRepeats, reasons }: Decision,
  input: ScoreInput,
  scheme: Scheme,
  before: readonly string[],
): Omit<ScoreResult, 'level' | 'parts' | 'band'> {
  const term = outcome === 'conclusion' ? undefined : termOf(outcome, input, scheme)
  return {
    certificate: term !== undefined,
    conclusion: outcome !== 'three_years',
    valid_from: term?.from ?? null,
    valid_to: term?.to ?? null,
    equal_repeats: equalRepeats,
    refused: null,
    reasons: [...before, ...reasons, ...(term?.reasons ?? [])],
  }
}

function refusal(level: number, { from }: Scheme): ScoreRefusal {
  return {
    level: null,
    parts: null,
    band: null,
    certificate: null,
    conclusion: null,
    valid_from: null,
    valid_to: null,
    equal_repeats: null,
    refused: 'road_map_not_done',
    reasons: [
      `Прежний уровень ${level} % ниже ${from.high} %: повторная сертификация проводится только после реализации плана-графика («дорожной карты») (п. 26, п. 31, абзац второй). Реализуйте его и представьте Аналитическому центру.`,
    ],
  }
}
