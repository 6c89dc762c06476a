import { type Static, Type } from 'typebox'
import { Count, Id, Instant, Month, nullable, Reason } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { SURVEY_RULES, type SurveyRule } from '../further/index.ts'
import { PUBLICATION } from '../problems/index.ts'
import { ProcessCode } from './processes.ts'

const tag = 'Карта болей'
const text = Type.String()
const one = Type.Object({ id: Id })

/** What stands of a problem on the public page «Вы сказали – мы сделали». */
export const PublishedText = Type.Object({
  said: Type.String({ maxLength: 2000 }),
  done: Type.String({ maxLength: 2000 }),
})
export const Publication = Type.Object({ ...PublishedText.properties, at: Instant, by: text })
export type Publication = Static<typeof Publication>

export const readPublication = defineRoute({
  method: 'GET',
  path: '/api/change/problems/:id/publication',
  tag,
  summary: 'Что опубликовано по проблеме',
  access: 'change.read',
  params: one,
  answer: nullable(Publication),
})
export const publishProblem = defineRoute({
  method: 'PUT',
  path: '/api/change/problems/:id/publication',
  tag,
  summary: 'Опубликовать, что сказали люди и что сделано',
  access: PUBLICATION.rightFor('publish'),
  params: one,
  body: PublishedText,
  answer: Publication,
})
export const withdrawProblem = defineRoute({
  method: 'DELETE',
  path: '/api/change/problems/:id/publication',
  tag,
  summary: 'Снять проблему с публикации',
  access: PUBLICATION.rightFor('withdraw'),
  params: one,
})

// The keys of a constant object are exactly its type's keys; Object.keys only says string.
const rules = Object.keys(SURVEY_RULES) as SurveyRule[]
export const FurtherSurvey = Type.Object({
  process: ProcessCode,
  processName: text,
  rules: Type.Array(Type.Enum(rules)),
  /** Answers needed for a share to ±5 points. */
  targetN: Count,
  /** The campaign that was drafted for it. */
  drafted: nullable(Type.Object({ campaign: text, by: text, at: Instant })),
  declined: nullable(Type.Object({ reason: text, by: text, at: Instant })),
})
export type FurtherSurvey = Static<typeof FurtherSurvey>
export const listFurtherSurveys = defineRoute({
  method: 'GET',
  path: '/api/change/further',
  tag,
  summary: 'Где нужен дополнительный опрос и почему',
  access: 'change.read',
  answer: Type.Object({ month: Month, rows: Type.Array(FurtherSurvey) }),
})
export const declineFurtherSurvey = defineRoute({
  method: 'POST',
  path: '/api/change/further/decline',
  tag,
  summary: 'Отказаться от дополнительного опроса с причиной',
  access: 'change.manage',
  body: Type.Object({ process: ProcessCode, month: Month, reason: Reason }),
})
/** Questionnaire and campaign; a person starts it, by the right over surveys. */
export const draftFurtherSurvey = defineRoute({
  method: 'POST',
  path: '/api/change/further/draft',
  tag,
  summary: 'Составить проект дополнительного опроса: усилия, проблемы карты, открытый вопрос',
  access: 'change.manage',
  body: Type.Object({ process: ProcessCode, month: Month }),
  answer: Type.Object({ campaign: text }),
  status: 201,
})
