import type { Question, Questionnaire } from '../document/types.ts'
import data from './form-1.json' with { type: 'json' }
import { withoutNumber } from './parts.ts'

/** Form 1 of the Порядок, word for word. A test reads the file through the checks that any file goes through. */
export const form1 = data as unknown as Questionnaire

/** Who answers, in the words of form 1: sex, age, education, municipality. */
export const demography: readonly Question[] =
  form1.pages.find(({ code }) => code === 'p10')?.questions.map(withoutNumber) ?? []
