export interface QuestionnairesSearch {
  find?: string
  kind?: 'own' | 'built_in'
  offset?: string
}
export interface QuestionnaireSearch {
  /** The version that is shown; the one in work or the latest where absent. */
  version?: string
  /** The version it is compared with. */
  compare?: string
}

const isText = (given: unknown): given is string => typeof given === 'string' && given !== ''
const isNumber = (given: unknown): given is string => isText(given) && /^[1-9]\d{0,4}$/.test(given)

/** What does not fit is left out, so that an old or mistyped link still opens. */
export function readQuestionnairesSearch(search: Record<string, unknown>): QuestionnairesSearch {
  const { find, kind, offset } = search
  return {
    ...(isText(find) ? { find } : {}),
    ...(kind === 'own' || kind === 'built_in' ? { kind } : {}),
    ...(isText(offset) && /^[1-9]\d{0,8}$/.test(offset) ? { offset } : {}),
  }
}

export function readQuestionnaireSearch({ version, compare }: Record<string, unknown>): QuestionnaireSearch {
  return { ...(isNumber(version) ? { version } : {}), ...(isNumber(compare) ? { compare } : {}) }
}
