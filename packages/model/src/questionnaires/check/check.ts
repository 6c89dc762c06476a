import { prepare } from '../answering/index.ts'
import type { Questionnaire } from '../document/types.ts'
import type { MeasureShape } from '../measures/table.ts'
import { offerProblems } from './answers-offered.ts'
import { codeProblems, textProblems } from './codes-and-texts.ts'
import { measureProblems, seriesProblems } from './measures.ts'
import { type Minutes, minutesOf } from './minutes.ts'
import { type Problem, warning } from './problems.ts'
import { reachProblems } from './reach.ts'
import { referenceProblems } from './references.ts'

/** What is to be known of a questionnaire before it is published. `ok`: no errors; warnings leave it so. */
export interface Check {
  readonly ok: boolean
  readonly questions: number
  readonly options: number
  readonly minutes: Minutes
  readonly problems: readonly Problem[]
}

export interface CheckOptions {
  /** The last published version: series that this one ends are named. */
  readonly previous?: Questionnaire
  /** Measures of the installation, beside those of the project. */
  readonly measures?: (code: string) => MeasureShape | undefined
}

const longForm = 10

/** What stands in the way of asking by a questionnaire, and translations that are missing; quick, whatever its size. */
function structureProblems(questionnaire: Questionnaire): Problem[] {
  return [
    ...codeProblems(questionnaire),
    ...textProblems(questionnaire),
    ...offerProblems(questionnaire),
    ...referenceProblems(questionnaire),
  ]
}

/** Errors that leave it open which answers fit; texts may still be missing. */
export const errorsForAnswers = (questionnaire: Questionnaire): Problem[] =>
  structureProblems(questionnaire).filter(({ level, code }) => level === 'error' && code !== 'missing_text')

/** Finds what is wrong with a questionnaire. Routing and minutes are looked at only where nothing else is. */
export function checkQuestionnaire(questionnaire: Questionnaire, { previous, measures }: CheckOptions = {}): Check {
  const structure = structureProblems(questionnaire)
  const isFaulty = structure.some(({ level }) => level === 'error')
  const routed = isFaulty ? { problems: [], minutes: { longest: 0, median: 0 } } : routing(questionnaire)
  const series = previous ? seriesProblems(previous, questionnaire) : []
  const problems = [...structure, ...routed.problems, ...measureProblems(questionnaire, measures), ...series]
  const all = questionnaire.pages.flatMap((page) => page.questions)
  return {
    ok: !isFaulty,
    questions: all.length,
    options: all.reduce((sum, { options = [] }) => sum + options.length, 0),
    minutes: routed.minutes,
    problems: problems.toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning')),
  }
}

function routing(questionnaire: Questionnaire): Pick<Check, 'minutes' | 'problems'> {
  const form = prepare(questionnaire)
  const minutes = minutesOf(form)
  const long =
    minutes.longest > longForm
      ? [
          warning(
            'long_form',
            questionnaire.code,
            `Самый длинный путь занимает больше ${longForm} минут: ответят немногие.`,
          ),
        ]
      : []
  return { minutes, problems: [...reachProblems(form), ...long] }
}
