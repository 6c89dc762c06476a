import { daysBetween } from '../../days/index.ts'
import { addMonths } from '../../months/index.ts'
import { binomialTail, normalQuantile, wilson } from '../../statistics/index.ts'
import type { Priority } from '../pains/index.ts'

/** A month of a process: answers with a rating, those of 1–2 among them, and negative items. */
export interface FeedbackMonth {
  readonly month: string
  readonly answers: number
  readonly dissatisfied: number
  readonly negative: number
}
export interface OpenProblem {
  readonly code: string
  readonly priority: Priority | null
  /** Since when it has this priority, YYYY-MM-DD. */
  readonly since: string
  /** Whether anything is planned or done about it. */
  readonly measure: boolean
}
export interface WatchedProcess {
  readonly id: string
  /** How many applied in the period that is asked about; null where that is not known. */
  readonly applications: number | null
  readonly months: readonly FeedbackMonth[]
  readonly problems: readonly OpenProblem[]
}
export interface ProposeInput {
  /** The last closed month. */
  readonly month: string
  readonly as_of: string
  readonly processes: readonly WatchedProcess[]
}

/** Why an additional survey is proposed (003, п. 4.5), with the words for it. */
export const SURVEY_RULES = {
  dissatisfied: 'высокий уровень неудовлетворённости',
  growth: 'значительное число отрицательной обратной связи',
  problem: 'острая проблема без меры',
} as const
export type SurveyRule = keyof typeof SURVEY_RULES

export interface Proposal {
  readonly process: string
  readonly rules: readonly SurveyRule[]
  /** How many answers it needs: ±5 points at 95 %, corrected for the number of applications. */
  readonly target_n: number
}

/** Additional surveys for the processes that any rule speaks for; a person starts or declines them. */
export function proposeSurveys({ month, as_of, processes }: ProposeInput): { month: string; proposals: Proposal[] } {
  const proposals = processes.flatMap((process): Proposal[] => {
    const rules = rulesFor(process, month, as_of)
    return rules.length === 0 ? [] : [{ process: process.id, rules, target_n: targetOf(process.applications) }]
  })
  return { month, proposals }
}

function rulesFor({ months, problems }: WatchedProcess, month: string, asOf: string): SurveyRule[] {
  const known = new Map(months.map((one) => [one.month, one]))
  const back = (count: number) => known.get(addMonths(month, -count))
  const rules: [SurveyRule, boolean][] = [
    ['dissatisfied', isDissatisfied([0, 1, 2].map(back))],
    [
      'growth',
      isGrowth(
        back(0)?.negative ?? 0,
        [1, 2, 3].reduce((sum, count) => sum + (back(count)?.negative ?? 0), 0),
      ),
    ],
    ['problem', problems.some((problem) => isLeftAlone(problem, asOf))],
  ]
  return rules.filter(([, holds]) => holds).map(([rule]) => rule)
}

const ENOUGH_ANSWERS = 30
/** Percent of answers of 1–2. */
const TOO_MANY = 15

function isDissatisfied(months: readonly (FeedbackMonth | undefined)[]): boolean {
  const n = months.reduce((sum, month) => sum + (month?.answers ?? 0), 0)
  const x = months.reduce((sum, month) => sum + (month?.dissatisfied ?? 0), 0)
  return n >= ENOUGH_ANSWERS && 100 * wilson(x, n).low >= TOO_MANY
}

const ENOUGH_ITEMS = 10
const CHANCE = 0.01

/** More than chance makes of an even quarter of four months. */
const isGrowth = (now: number, before: number): boolean =>
  now >= ENOUGH_ITEMS && binomialTail(now, now + before, 0.25) < CHANCE

const PATIENCE = 30

const isLeftAlone = ({ priority, measure, since }: OpenProblem, asOf: string): boolean =>
  priority === 'high' && !measure && daysBetween(since, asOf).length - 1 >= PATIENCE

const PRECISION = 0.05

/** Answers needed for a share to ±5 points at 95 %; fewer where few applied. */
export function targetOf(applications: number | null): number {
  const unlimited = (normalQuantile(0.975) ** 2 * 0.25) / PRECISION ** 2
  if (applications === null) return Math.ceil(unlimited)
  return applications === 0 ? 0 : Math.ceil(unlimited / (1 + (unlimited - 1) / applications))
}
