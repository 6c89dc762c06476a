import { type Item, judge, measureOf, type Prepared, type PreparedQuestion } from '@otklik/model/questionnaires'
import type { Random } from '../random.ts'
import { wordsFor } from './words.ts'

/** Somebody who answers. */
export interface Respondent {
  /** 0–1: how content. */
  readonly mood: number
  readonly attributes: Readonly<Record<string, string>>
  readonly lists: Readonly<Record<string, readonly { readonly code: string }[]>>
}
export interface Answers {
  readonly answers: Record<string, unknown>
  readonly other: Record<string, string>
}

/** How often an option is chosen, by its measure and code; what is not here is chosen as often as its neighbours. */
const OFTEN: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  outcome: { granted: 85, refused: 9, pending: 6 },
  application_way: { portal: 46, app: 20, site: 8, office: 24, other: 2 },
  initiative: { offered: 12, self: 88 },
  fee_paid: { yes: 22, no: 78 },
  complaint_made: { yes: 5, no: 95 },
  sex: { m: 38, f: 62 },
  age: { lt18: 1, '18_29': 17, '30_44': 38, '45_60': 26, '61': 18 },
  education: { higher: 41, higher_unfinished: 7, vocational: 36, secondary: 13, basic: 3 },
}
/** So many leave out what they needn't answer, and so many write something. */
const SKIP = 0.06
const WRITE = 0.35

/** Goes through the questionnaire as a person does: what is shown depends on what was answered before. */
export function answersOf(form: Prepared, who: Respondent, random: Random): Answers {
  const given: Answers = { answers: {}, other: {} }
  for (const question of form.questions) {
    const shown = shownItems(form, question, given, who)
    const filled = shown.flatMap((item) => {
      const value = answerTo(item, who, random)
      return value === undefined ? [] : [[item.row?.code ?? '', value] as const]
    })
    const first = filled[0]?.[1]
    if (first === undefined) continue
    given.answers[question.question.code] = question.question.type === 'matrix' ? Object.fromEntries(filled) : first
    const { other } = shown[0] ?? {}
    if (other && [first].flat().includes(other.code))
      given.other[question.question.code] = 'Другое, в двух словах не скажешь'
  }
  return given
}

function shownItems(form: Prepared, { page, question, items }: PreparedQuestion, given: Answers, who: Respondent) {
  const conditional = [page, question, ...items.map(({ row }) => row ?? {})].some(
    (part) => 'showIf' in part && part.showIf,
  )
  const ending = Object.keys(given.answers).some((code) => endsWith(form, code, given.answers[code]))
  if (!conditional && !ending) return items
  const { shown } = judge(form, { ...given, attributes: who.attributes, state: 'partial' })
  return items.filter(({ code }) => shown.includes(code))
}

const endsWith = (form: Prepared, code: string, value: unknown): boolean =>
  [...(form.items.get(code)?.options.values() ?? [])].some(
    (option) => option.end && [value].flat().includes(option.code),
  )

function answerTo(item: Item, { mood, lists }: Respondent, random: Random): unknown {
  const { type, question } = item
  if (type === 'note') return undefined
  if (type === 'text' || type === 'long') return random.chance(WRITE) ? wordsFor(mood, random) : undefined
  if (!question.required && random.chance(SKIP)) return undefined
  if (type === 'scale') return pointOf(item, mood, random)
  if (type === 'one') return optionOf(item, mood, random)
  if (type === 'many') return [optionOf(item, mood, random)].filter((code) => code !== undefined)
  if (type === 'consent') return true
  if (type === 'number') return Math.round(Number(question.min ?? 0) + random.next() * 10)
  if (type !== 'list') return undefined
  const entries = lists[question.list ?? ''] ?? []
  if (entries.length === 0) return undefined
  const { code } = random.pick(entries)
  return question.many ? [code] : code
}

function pointOf({ question }: Item, mood: number, random: Random): number {
  const [min, max] = [Number(question.min), Number(question.max)]
  const felt = Math.min(1, Math.max(0, mood + 0.14 * random.normal()))
  return min + Math.round(felt * (max - min))
}

function optionOf(item: Item, mood: number, random: Random): string | undefined {
  const options = [...item.options.values()]
  const often = OFTEN[measureOf(item) ?? ''] ?? {}
  const weights = options.map(({ code, other, missing, end }) => {
    if (often[code] !== undefined) return often[code]
    if (other || end) return 2
    if (missing || code === 'hard' || code === 'none') return 7
    if (code === 'yes' || code === 'better') return 8 + 90 * mood
    if (code === 'no' || code === 'worse') return 8 + 90 * (1 - mood)
    return 40
  })
  return options[random.weighted(weights)]?.code
}
