import type { AnswerSet, Item, Judged, Prepared, PreparedQuestion, Value } from '../answering/index.ts'
import { goThrough, type Source } from '../answering/judge.ts'
import { addDays } from '../../days/index.ts'
import type { Scalar } from '../document/types.ts'
import { comparisonsIn } from './references.ts'
import { conditionalsOf } from './parts.ts'

/** A number of 0–1. */
type Random = () => number

export interface Walked {
  readonly set: Omit<AnswerSet, 'id'>
  readonly judged: Judged
}

/**
 * Makes respondents who answer whatever is shown, at random and without errors.
 * @param options.skip the share of questions left unanswered where they may be.
 */
export function randomWalker(form: Prepared, { skip = 0 } = {}): (random: Random) => Walked {
  const attributes = attributesAsked(form)
  return (random) => randomWalk(form, random, { skip, attributes: drawAttributes(attributes, random) })
}

type Attributes = Readonly<Record<string, Scalar>>

function randomWalk(
  form: Prepared,
  random: Random,
  { skip, attributes }: { skip: number; attributes: Attributes },
): Walked {
  const answers: Record<string, unknown> = {}
  const other: Record<string, string> = {}
  const answerItem = (item: Item, values: ReadonlyMap<string, Value>): unknown => {
    if (!item.question.required && random() < skip) return undefined
    const answer = randomAnswer(item, random, values)
    if (item.other && [answer].flat().includes(item.other.code)) other[item.code] = 'Иное'
    return answer
  }
  const source: Source = {
    attributes,
    other: (at) => other[at],
    answer: ({ question }: PreparedQuestion, shown, values) => {
      const given = shown.map((item) => [item.row?.code ?? '', answerItem(item, values)] as const)
      const filled = given.filter(([, answer]) => answer !== undefined)
      if (filled.length === 0) return undefined
      answers[question.code] = question.type === 'matrix' ? Object.fromEntries(filled) : filled[0]?.[1]
      return answers[question.code]
    },
  }
  const judged = goThrough(form, source)
  return { judged, set: { answers, other, attributes } }
}

const pick = <T>(from: readonly T[], random: Random): T | undefined => from[Math.floor(random() * from.length)]

/** Attributes that conditions ask for, each with the values they mention and another one. */
function attributesAsked({ questionnaire }: Prepared): ReadonlyMap<string, readonly Scalar[]> {
  const asked = conditionalsOf(questionnaire).flatMap(({ showIf }) => comparisonsIn(showIf))
  const mentioned = new Map<string, Scalar[]>()
  for (const { attribute, is, in: among, notIn, lt, le, gt, ge } of asked) {
    if (attribute === undefined) continue
    const values = [is, among, notIn, lt, le, gt, ge].flat().filter((value) => value !== undefined)
    mentioned.set(attribute, [...(mentioned.get(attribute) ?? ['иное']), ...values])
  }
  return mentioned
}

/** One of the values of each, or none. */
function drawAttributes(asked: ReadonlyMap<string, readonly Scalar[]>, random: Random): Attributes {
  const chosen = [...asked].map(([name, values]) => [name, pick([undefined, ...values], random)] as const)
  return Object.fromEntries(chosen.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** A valid answer, or undefined where none can be given. */
function randomAnswer(item: Item, random: Random, values: ReadonlyMap<string, Value>): unknown {
  const { question, type, options } = item
  if (type === 'one') return pick([...options.keys()], random)
  if (type === 'many') return randomChoice(item, [...options.keys()], random)
  if (type === 'scale') return randomPoint(item, random)
  if (type === 'list') {
    const offered = offeredEntries(item, values)
    return question.many ? randomChoice(item, offered, random) : pick(offered, random)
  }
  if (type === 'number') return randomNumber(item, random)
  if (type === 'date') return randomDay(item, random)
  if (type === 'consent') return true
  return type === 'note' ? undefined : 'Ответ'.slice(0, question.maxLength)
}

function randomPoint({ question: { min, max }, options }: Item, random: Random): number | string | undefined {
  const points = typeof min === 'number' && typeof max === 'number' ? max - min + 1 : 0
  const drawn = Math.floor(random() * (points + options.size))
  return drawn < points ? Number(min) + drawn : [...options.keys()][drawn - points]
}

/** The points of a scale in ascending order. */
export function pointsOf({ question: { min, max } }: Item): number[] {
  if (typeof min !== 'number' || typeof max !== 'number') return []
  return Array.from({ length: Math.max(0, max - min + 1) }, (_, at) => min + at)
}

function offeredEntries({ entries, question }: Item, values: ReadonlyMap<string, Value>): string[] {
  const known = entries ? [...entries] : ['Запись 1', 'Запись 2', 'Запись 3']
  if (question.from === undefined) return known
  const chosen = [values.get(question.from) ?? []].flat().filter((code) => typeof code === 'string')
  return entries ? chosen.filter((code) => entries.has(code)) : chosen
}

/** Some of the codes, as many as may be; now and then one that goes with no other. */
function randomChoice({ question, options }: Item, codes: readonly string[], random: Random): string[] | undefined {
  const least = question.type === 'many' && typeof question.min === 'number' ? Math.max(1, question.min) : 1
  const alone = codes.filter((code) => options.get(code)?.exclusive)
  const together = codes.filter((code) => !options.get(code)?.exclusive)
  if (least === 1 && (together.length === 0 || random() < alone.length / codes.length)) {
    const chosen = pick(alone, random)
    return chosen === undefined ? undefined : [chosen]
  }
  const most = question.type === 'many' && typeof question.max === 'number' ? question.max : together.length
  const count = least + Math.floor(random() * (Math.min(most, together.length) - least + 1))
  const drawn = together.map((code) => ({ code, draw: random() })).toSorted((a, b) => a.draw - b.draw)
  return count > together.length ? undefined : drawn.slice(0, count).map(({ code }) => code)
}

function randomNumber({ question: { min, max, decimals = 0 } }: Item, random: Random): number | undefined {
  const step = 10 ** -decimals
  const low = typeof min === 'number' ? Math.ceil(min / step) : undefined
  const high = typeof max === 'number' ? Math.floor(max / step) : undefined
  const from = low ?? (high === undefined ? 0 : high - 100)
  const count = (high ?? from + 100) - from + 1
  return count < 1 ? undefined : Number(((from + Math.floor(random() * count)) * step).toFixed(decimals))
}

function randomDay({ question: { min, max } }: Item, random: Random): string {
  if (typeof min === 'string' && typeof max === 'string') return random() < 0.5 ? min : max
  if (typeof min === 'string') return addDays(min, Math.floor(random() * 100))
  return addDays(typeof max === 'string' ? max : '2026-06-30', -Math.floor(random() * 100))
}
