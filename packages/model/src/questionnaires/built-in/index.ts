import type { Questionnaire } from '../document/types.ts'
import { criteriaForm } from './criteria.ts'
import { externalDrafts } from './external.ts'
import { form1 } from './form-1.ts'
import { internalDrafts } from './internal.ts'
import { minimum } from './minimum.ts'

/** The questionnaires that come with the project: the approved ones first, then the drafts. */
export const builtInQuestionnaires: readonly Questionnaire[] = [
  form1,
  minimum,
  criteriaForm,
  ...externalDrafts,
  ...internalDrafts,
]

export const findBuiltIn = (code: string): Questionnaire | undefined =>
  builtInQuestionnaires.find((questionnaire) => questionnaire.code === code)
