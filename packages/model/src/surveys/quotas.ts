import {
  checkQuestionnaire,
  type Condition,
  type Judged,
  lookupIn,
  type Questionnaire,
  readQuestionnaire,
  truth,
} from '../questionnaires/index.ts'
import type { FieldError } from '../shapes/index.ts'

/** At most `size` answers for which the condition holds. */
export interface QuotaRule {
  readonly quota: number
  readonly condition: Condition
}

/** The quotas that take a place for these answers: their conditions hold. */
export function quotasOf(
  rules: readonly QuotaRule[],
  { values }: Pick<Judged, 'values'>,
  attributes: Readonly<Record<string, unknown>>,
): number[] {
  const lookup = lookupIn(values, attributes)
  return rules.filter(({ condition }) => truth(condition, lookup) === true).map(({ quota }) => quota)
}

const PAGE = 'zz_quotas'
const CODE = /^zz_quota_(\d+)$/

/** What keeps values from being conditions of quotas over this questionnaire, by their place: `quotas.0.condition`. */
export function quotaFaults(questionnaire: Questionnaire, conditions: readonly unknown[]): FieldError[] {
  if (conditions.length === 0) return []
  // Conditions of a page behind the last one may ask for every question, as quotas do.
  const questions = conditions.map((showIf, at) => ({
    code: `zz_quota_${at}`,
    type: 'note',
    text: { ru: '–' },
    showIf,
  }))
  const [first = 'ru'] = questionnaire.languages
  const texts = { languages: [first], title: { [first]: '–' } }
  const page = { code: PAGE, questions: questions.map((one) => ({ ...one, text: { [first]: '–' } })) }
  const read = readQuestionnaire({ ...questionnaire, ...texts, pages: [...questionnaire.pages, page] })
  const path = (at: number) => `quotas.${at}.condition`
  if ('faults' in read)
    return read.faults.flatMap((fault) => {
      const [, at] = /questions\.(\d+)\.showIf/.exec(fault.path) ?? []
      return at === undefined ? [] : [{ path: path(Number(at)), message: fault.message }]
    })
  return checkQuestionnaire(read.questionnaire).problems.flatMap(({ level, at, message }) => {
    const [, number] = CODE.exec(at) ?? []
    return number === undefined || level !== 'error' ? [] : [{ path: path(Number(number)), message }]
  })
}
