import { type Item, type Prepared, prepare } from '../answering/index.ts'
import { isCalendarDay } from '../answering/judge-value.ts'
import type { Comparison, Condition, Questionnaire, Scalar } from '../document/types.ts'
import { conditionalsOf } from './parts.ts'
import { error, type Problem } from './problems.ts'

/** Conditions and `from` that ask for what is not there, comes later, or can't be answered so. */
export function referenceProblems(questionnaire: Questionnaire): Problem[] {
  const form = prepare(questionnaire)
  const places = new Map(form.questions.map(({ question }, at) => [question.code, at]))
  const ofConditions = conditionalsOf(questionnaire).flatMap(({ at, showIf, before }) =>
    comparisonsIn(showIf).flatMap((asked) =>
      comparisonProblems(asked, at, form, (code) => (places.get(code) ?? -1) >= before),
    ),
  )
  const ofRules = (questionnaire.contradictions ?? []).flatMap((rule) =>
    comparisonsIn(rule.if).flatMap((asked) => comparisonProblems(asked, rule.code, form, () => false)),
  )
  return [...ofConditions, ...ofRules, ...fromProblems(form, places)]
}

/** The comparisons of a condition, however deep. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn)
  if ('any' in condition) return condition.any.flatMap(comparisonsIn)
  return 'not' in condition ? comparisonsIn(condition.not) : [condition]
}

function comparisonProblems(
  asked: Comparison,
  at: string,
  form: Prepared,
  isLater: (code: string) => boolean,
): Problem[] {
  if (asked.question === undefined) return []
  const code = asked.question.split('.', 1)[0] ?? ''
  const item = form.items.get(asked.question)
  const matrix = form.byCode.get(asked.question)
  if (item === undefined && matrix === undefined)
    return [error('showif_unknown', at, `Условие спрашивает о «${asked.question}», а такого вопроса нет.`)]
  if (isLater(code))
    return [error('showif_forward', at, `Условие спрашивает о «${asked.question}», а этот вопрос не раньше.`)]
  if (item === undefined) return wholeMatrixProblems(asked, at)
  const message = unfit(item, asked)
  return message === undefined ? [] : [error('option_unknown', at, message)]
}

/** Of a matrix as a whole can be asked whether it was answered, and how many rows. */
const ofWhole = new Set(['question', 'answered', 'count'])

function wholeMatrixProblems(asked: Comparison, at: string): Problem[] {
  const { question } = asked
  if (Object.keys(asked).every((name) => ofWhole.has(name))) return []
  const message = `Условие сравнивает всю матрицу «${question}»: назовите её строку, например ${question}.строка.`
  return [error('showif_unknown', at, message)]
}

/** What makes a comparison senseless for the answers an item takes. */
function unfit(item: Item, asked: Comparison): string | undefined {
  const values = [asked.is, asked.in, asked.notIn].flat().filter((value) => value !== undefined)
  const foreign = values.find((value) => !canBe(item, value))
  if (foreign !== undefined) return `Условие ждёт от «${item.code}» ответа «${foreign}», а такого ответа нет.`
  const bounds = [asked.lt, asked.le, asked.gt, asked.ge].filter((bound) => bound !== undefined)
  return bounds.every((bound) => canCompare(item, bound))
    ? undefined
    : `Ответ на «${item.code}» нельзя сравнивать с «${bounds.join(', ')}»: больше и меньше бывают шкалы, числа и даты.`
}

/** Whether an answer can be this value, or an array of answers can hold it. */
export function canBe({ type, options, entries, question }: Item, value: Scalar): boolean {
  if (typeof value === 'boolean') return type === 'consent' && value
  if (typeof value === 'string' && options.has(value)) return true
  if (type === 'scale') return typeof value === 'number' && isPoint(question, value)
  if (type === 'number') return typeof value === 'number'
  if (type === 'date') return typeof value === 'string' && isCalendarDay(value)
  if (type === 'list') return typeof value === 'string' && (entries === undefined || entries.has(value))
  return (type === 'text' || type === 'long') && typeof value === 'string'
}

const isPoint = ({ min, max }: Item['question'], value: number): boolean =>
  Number.isInteger(value) && typeof min === 'number' && typeof max === 'number' && value >= min && value <= max

function canCompare({ type }: Item, bound: number | string): boolean {
  if (type === 'scale' || type === 'number') return typeof bound === 'number'
  return type === 'date' && typeof bound === 'string' && isCalendarDay(bound)
}

/** `from` may only take from an earlier question in which something is chosen: so there are no cycles. */
function fromProblems(form: Prepared, places: ReadonlyMap<string, number>): Problem[] {
  return form.questions.flatMap(({ question: { code, type, from } }, at) => {
    if (type !== 'list' || from === undefined) return []
    const source = form.byCode.get(from)?.question
    if (source === undefined)
      return [error('showif_unknown', code, `Выбор берётся из «${from}», а такого вопроса нет.`)]
    if ((places.get(from) ?? 0) >= at)
      return [error('showif_forward', code, `Выбор берётся из «${from}», а этот вопрос не раньше.`)]
    return ['one', 'many', 'list'].includes(source.type)
      ? []
      : [error('list_unknown', code, `В вопросе «${from}» ничего не выбирают: взять оттуда нечего.`)]
  })
}
