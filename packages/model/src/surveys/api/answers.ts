import { type Static, Type } from 'typebox'
import { Count, Day, Named, nullable, Paging } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { CampaignCode, Channel } from './campaigns.ts'
import { LinkCode } from './links.ts'
import { VersionNumber } from './questionnaires.ts'

const text = Type.String()
const json = Type.Record(text, Type.Unknown())

/** One response. Words of personal data in its texts are masked. */
export const SurveyAnswer = Type.Object({
  id: text,
  day: Day,
  hour: Type.Integer({ minimum: 0, maximum: 23 }),
  version: VersionNumber,
  outcome: Type.Enum(['complete', 'screened']),
  link: nullable(LinkCode),
  service: nullable(Named),
  office: nullable(Named),
  channel: Channel,
  language: text,
  /** By question: an option's code, a point, a text, an array, `{row: value}`. */
  answers: json,
  /** Texts of «другое» by question. */
  other: json,
  excluded: Type.Boolean(),
})
export type SurveyAnswer = Static<typeof SurveyAnswer>

export const listAnswers = defineRoute({
  method: 'GET',
  path: '/api/surveys/campaigns/:code/answers',
  tag: 'Опросы',
  summary: 'Отдельные ответы кампании, последние дни сначала',
  access: 'answers.read',
  primary: true,
  audit: { label: 'отдельные ответы кампании', subject: 'code' },
  params: Type.Object({ code: CampaignCode }),
  query: Type.Object({
    ...Paging.properties,
    /** Words that stand in the texts, in any form. */
    find: Type.Optional(text),
    /** Only those who answered it: a question or `q6.site`. */
    question: Type.Optional(text),
    /** … with this option, point or entry. */
    value: Type.Optional(text),
    version: Type.Optional(VersionNumber),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    service: Type.Optional(text),
    office: Type.Optional(text),
    channel: Type.Optional(Channel),
    link: Type.Optional(LinkCode),
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(SurveyAnswer) }),
})
export const readAnswer = defineRoute({
  method: 'GET',
  path: '/api/surveys/campaigns/:code/answers/:id',
  tag: 'Опросы',
  summary: 'Один ответ',
  access: 'answers.read',
  primary: true,
  audit: { label: 'отдельный ответ', subject: 'id' },
  params: Type.Object({
    code: CampaignCode,
    id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', description: 'Номер ответа' }),
  }),
  answer: SurveyAnswer,
})
