import type { Option, Question, Questionnaire, Row } from './types.ts'

/**
 * What routing and judgement need of a questionnaire, without its texts and own lists: small enough to stand in a public page
 * for its script. Entries of lists are judged by the server alone.
 */
export function outlineOf({ format, code, version, languages, pages }: Questionnaire): Questionnaire {
  return {
    format,
    code,
    version,
    title: {},
    languages,
    pages: pages.map((page) => ({
      code: page.code,
      showIf: page.showIf,
      questions: page.questions.map(outlineOfQuestion),
    })),
  }
}

const outlineOfOption = ({ code, other, exclusive, end }: Option): Option => ({ code, text: {}, other, exclusive, end })
const outlineOfRow = ({ code, showIf }: Row): Row => ({ code, text: {}, showIf })

/** Fields that only people and figures need. */
const forPeople = new Set([
  'text',
  'hint',
  'low',
  'high',
  'sourceText',
  'number',
  'measure',
  'shuffle',
  'order',
  'added',
])

function outlineOfQuestion({ options, rows, ...question }: Question): Question {
  const judged = Object.fromEntries(Object.entries(question).filter(([name]) => !forPeople.has(name)))
  const { code, type } = question
  return { ...judged, code, type, text: {}, options: options?.map(outlineOfOption), rows: rows?.map(outlineOfRow) }
}
