import { isCalendarDay } from '../answering/judge-value.ts'
import type { Question, Questionnaire } from '../document/types.ts'
import { error, type Problem } from './problems.ts'

/** The longest scale: its points are options. */
const mostPoints = 2000

/** What a question offers to choose from, and between which ends. */
export function offerProblems(questionnaire: Questionnaire): Problem[] {
  const questions = questionnaire.pages.flatMap((page) => page.questions)
  return questions.flatMap((question) => [
    ...optionProblems(question),
    ...boundProblems(question),
    ...listProblems(question, questionnaire),
  ])
}

function optionProblems({ code, type, options = [], rows = [], min, max }: Question): Problem[] {
  const problems: Problem[] = []
  const none = (message: string) => problems.push(error('no_options', code, message))
  if ((type === 'one' || type === 'many') && options.length === 0) none('Нет ни одного варианта ответа.')
  if (type === 'matrix' && rows.length === 0) none('В матрице нет строк.')
  const scale = min !== undefined && max !== undefined
  if (type === 'matrix' && !scale && options.length === 0) none('У матрицы нет ни вариантов, ни концов шкалы.')
  if (options.filter(({ other }) => other).length > 1)
    problems.push(error('two_other', code, 'Текст «другое» может быть только у одного варианта.'))
  return problems
}

const isWhole = (value: unknown): value is number => Number.isInteger(value)
const isDay = (value: unknown): boolean => typeof value === 'string' && isCalendarDay(value)

/** One sentence on the ends of a question, if they do not fit. */
function boundProblems(question: Question): Problem[] {
  const message = boundFault(question)
  return message === undefined ? [] : [error('bad_bounds', question.code, message)]
}

function boundFault(question: Question): string | undefined {
  const { type, options, min, max } = question
  if (type === 'scale') return scaleFault(question) ?? foreignToScale(question)
  if (type === 'matrix') {
    if (options === undefined) return min === undefined && max === undefined ? undefined : scaleFault(question)
    return min === undefined || max === undefined ? undefined : 'У матрицы либо варианты, либо концы шкалы.'
  }
  if (type === 'many') return manyFault(question)
  if (type === 'number') return rangeFault(question, Number.isFinite, 'число')
  return type === 'date' ? rangeFault(question, isDay, 'день вида ГГГГ-ММ-ДД') : undefined
}

function scaleFault({ min, max }: Question): string | undefined {
  if (!isWhole(min) || !isWhole(max)) return 'У шкалы нужны начало и конец: целые числа.'
  if (min >= max) return 'Начало шкалы должно быть меньше конца.'
  return max - min >= mostPoints ? `На шкале больше ${mostPoints} делений.` : undefined
}

const foreignToScale = ({ options = [] }: Question): string | undefined =>
  options.every(({ missing }) => missing)
    ? undefined
    : 'Вариантами шкалы могут быть только ответы вне оценки («затрудняюсь ответить»): отметьте их как missing.'

function manyFault({ min, max, options = [] }: Question): string | undefined {
  const given = [min, max].filter((value) => value !== undefined)
  if (given.some((value) => !isWhole(value) || value < 0)) return 'Сколько вариантов выбрать, задаётся целым числом.'
  if (max === 0) return 'Наибольшее число вариантов не может быть 0.'
  if (isWhole(min) && isWhole(max) && min > max) return 'Наименьшее число вариантов больше наибольшего.'
  return isWhole(min) && min > options.length ? 'Вариантов меньше, чем нужно выбрать.' : undefined
}

function rangeFault({ min, max }: Question, fits: (value: unknown) => boolean, needed: string): string | undefined {
  if ([min, max].some((value) => value !== undefined && !fits(value))) return `Границы задаются так: ${needed}.`
  return min !== undefined && max !== undefined && min > max ? 'Нижняя граница больше верхней.' : undefined
}

function listProblems({ code, type, list }: Question, { lists = {} }: Questionnaire): Problem[] {
  if (type !== 'list') return []
  if (list === undefined || !Object.hasOwn(lists, list))
    return [
      error('list_unknown', code, list === undefined ? 'Не сказано, какой список.' : `Списка «${list}» в анкете нет.`),
    ]
  return lists[list]?.length === 0 ? [error('no_options', code, `Список «${list}» пуст.`)] : []
}
