import { type Item, type Judged, type Prepared, type PreparedQuestion } from '../answering/index.ts'
import type { Text } from '../document/types.ts'
import { round4 } from '../../indicators/index.ts'
import { seededRandom } from '../../statistics/index.ts'
import { longestWay } from './longest.ts'
import { randomWalker } from './walks.ts'

/** Pieces between blanks. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length

export interface Minutes {
  readonly longest: number
  readonly median: number
}

const wordsASecond = 3
const secondsAChoice = 4
const secondsAText = 20
const walks = 1000

/** Seconds that a question costs whoever is shown it; of a matrix, each row adds its own. */
export function secondsOf(
  { question, items }: PreparedQuestion,
  language: string,
): { whole: number; items: Map<string, number> } {
  const read = (...texts: (Text | undefined)[]): number =>
    texts.reduce((sum, text) => sum + wordsIn(text?.[language] ?? ''), 0) / wordsASecond
  const whole = read(question.text, question.hint, ...(question.options ?? []).map(({ text }) => text))
  return { whole, items: new Map(items.map((item) => [item.code, read(item.row?.text) + secondsToAnswer(item)])) }
}

function secondsToAnswer({ type }: Item): number {
  if (type === 'note') return 0
  return type === 'text' || type === 'long' ? secondsAText : secondsAChoice
}

/** How long the questionnaire takes, in minutes: the longest way, and the median of 1,000 seeded random ways. */
export function minutesOf(form: Prepared): Minutes {
  const [language = 'ru'] = form.questionnaire.languages
  const costs = new Map(form.questions.map((question) => [question.question.code, secondsOf(question, language)]))
  const random = seededRandom(1)
  const walk = randomWalker(form)
  const walked = Array.from({ length: walks }, () => secondsOfWalk(form, costs, walk(random).judged))
  const sorted = walked.toSorted((a, b) => a - b)
  const median = ((sorted[walks / 2 - 1] ?? 0) + (sorted[walks / 2] ?? 0)) / 2
  const longest = Math.max(longestWay(form, costs), sorted.at(-1) ?? 0)
  return { longest: round4(longest / 60), median: round4(median / 60) }
}

export type Costs = ReadonlyMap<string, ReturnType<typeof secondsOf>>

function secondsOfWalk({ questions }: Prepared, costs: Costs, { shown }: Judged): number {
  const seen = new Set(shown)
  return questions.reduce((sum, { question, items }) => {
    const cost = costs.get(question.code)
    const own = items.filter(({ code }) => seen.has(code))
    if (cost === undefined || own.length === 0) return sum
    return sum + cost.whole + own.reduce((total, { code }) => total + (cost.items.get(code) ?? 0), 0)
  }, 0)
}
