import { type Prepared, type PreparedQuestion } from '../answering/index.ts'
import { type Conditional, conditionalsOf } from './parts.ts'
import { type Problem, warning } from './problems.ts'
import { canBe, type Wanted, type World, worldOf } from './search.ts'

/**
 * What no answers can show, what conditions can't hide, and options that can't be chosen. Found by going through the values
 * that conditions tell apart; what would take too long is not spoken of. Nothing is said of what lies inside of something that
 * can't be shown itself.
 */
export function reachProblems(form: Prepared): Problem[] {
  const world = worldOf(form)
  const hidden = new Set<object>()
  const ofConditions = conditionalsOf(form.questionnaire).flatMap((conditional) => {
    const { page, question, row, at } = conditional
    if (hidden.has(page) || (question && row && hidden.has(question))) return []
    if (!isReachable(world, conditional)) {
      hidden.add(row ?? question ?? page)
      return [warning('unreachable', at, 'Это не будет показано ни при каких ответах.')]
    }
    return isAlwaysShown(world, conditional)
      ? [warning('always_shown', at, 'Условие показа выполнено при любых ответах: оно лишнее.')]
      : []
  })
  return [...ofConditions, ...form.questions.flatMap((question) => deadOptions(form, question))]
}

const outerOf = ({ page, question, row }: Conditional): Wanted => {
  const outer = row ? [page.showIf, question?.showIf] : question ? [page.showIf] : []
  return outer.filter((condition) => condition !== undefined).map((condition) => ({ condition, be: true }))
}

/** Unfinished sets count too: only what can never be seen is unreachable. */
const isReachable = (world: World, conditional: Conditional): boolean =>
  canBe(world, [...outerOf(conditional), { condition: conditional.showIf, be: true }]) !== false

/** Of complete sets, in which required questions are answered. */
const isAlwaysShown = (world: World, conditional: Conditional): boolean =>
  canBe(world, [...outerOf(conditional), { condition: conditional.showIf, be: false }], { complete: true }) === false

/** Options that no complete set can hold: alone too few, or never offered by the question they are taken from. */
function deadOptions(form: Prepared, { question, items: [item] }: PreparedQuestion): Problem[] {
  const { code, type, min, from, options = [] } = question
  if (type === 'many' && typeof min === 'number' && min > 1)
    return options
      .filter(({ exclusive }) => exclusive)
      .map((option) =>
        warning(
          'dead_option',
          `${code}.${option.code}`,
          `Вариант выбирают только один, а нужно не меньше ${min}: его нельзя выбрать.`,
        ),
      )
  const source = from === undefined ? undefined : form.byCode.get(from)?.items[0]
  const offered = source?.entries ?? (source?.type === 'list' ? undefined : new Set(source?.options.keys()))
  if (type !== 'list' || !item?.entries || !source || !offered) return []
  return [...item.entries]
    .filter((entry) => !offered.has(entry))
    .map((entry) =>
      warning(
        'dead_option',
        `${code}.${entry}`,
        `Этого нет в вопросе «${from}», откуда берётся выбор: его нельзя выбрать.`,
      ),
    )
}
