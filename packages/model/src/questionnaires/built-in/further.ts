import type { Question, Questionnaire } from '../document/types.ts'
import { form1 } from './form-1.ts'
import { effort, openAnswer, ru, withoutNumber } from './parts.ts'

/** What an additional survey asks about (003, п. 4.5). */
export interface FurtherAsked {
  readonly code: string
  /** The process as the map names it. */
  readonly process: string
  /** A service is asked about in the words of form 1. */
  readonly service: boolean
  /** The map's problems of the process, the sharpest first. */
  readonly problems: readonly { readonly code: string; readonly name: string }[]
}

/** More options than this are not read. */
const MOST_OPTIONS = 12

/**
 * The questionnaire of an additional survey: effort (question 11 of form 1), the problems that the map knows, and what it does
 * not know in the respondent's own words. Effort counts easy and hard answers alike, so its index stands at the problems.
 */
export const furtherQuestionnaire = ({ code, process, service, problems }: FurtherAsked): Questionnaire => ({
  format: 'otklik-questionnaire/1',
  code,
  version: 1,
  title: ru(`Дополнительный опрос: ${process}`),
  source: 'Методика ОС, п. 4.5',
  languages: ['ru'],
  pages: [
    { code: 'p1', questions: [effortQuestion(service)] },
    { code: 'p2', questions: [problemsQuestion(problems)] },
    {
      code: 'p3',
      questions: [
        openAnswer('told', 'Расскажите, что было труднее всего и что стоит изменить.', { measure: 'proposal' }),
      ],
    },
  ],
})

const QUESTION_11 = form1.pages.flatMap(({ questions }) => questions).find(({ number }) => number === '11')

/** What form 1 asked before is not asked here. */
const unconditional = ({ showIf: _, ...question }: Question): Question => withoutNumber(question)

const effortQuestion = (service: boolean): Question =>
  service && QUESTION_11 !== undefined
    ? { ...unconditional(QUESTION_11), code: 'effort', required: true }
    : {
        ...effort('effort', 'Насколько легко или тяжело для Вас было получить то, за чем Вы обращались?'),
        required: true,
      }

const problemsQuestion = (problems: FurtherAsked['problems']): Question => ({
  code: 'problems',
  type: 'many',
  text: ru('С чем из этого Вы столкнулись?'),
  required: true,
  options: [
    ...problems.slice(0, MOST_OPTIONS).map((one) => ({ code: one.code, text: ru(one.name) })),
    { code: 'other', text: ru('Другое (укажите)'), other: true },
    { code: 'none', text: ru('Ни с чем из этого'), exclusive: true },
  ],
})
