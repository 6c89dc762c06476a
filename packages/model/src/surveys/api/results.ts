import { type Static, Type } from 'typebox'
import { Count, Day, nullable, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { CampaignCode, Channel } from './campaigns.ts'
import { LinkCode } from './links.ts'
import { VersionNumber } from './questionnaires.ts'

const text = Type.String()
const number = nullable(Type.Number())

const Difference = Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() })
/** In percent. */
const ShareFigure = Type.Object({
  value: number,
  low: number,
  high: number,
  n: Count,
  n_eff: Type.Optional(number),
  note: Type.Optional(text),
  difference: Type.Optional(Difference),
})
const MeanFigure = Type.Object({ value: number, low: number, high: number, se: number, n: Count, note: nullable(text) })
const ResultItem = Type.Object({
  code: text,
  type: text,
  measure: nullable(text),
  n: Type.Object({ shown: Count, answered: Count, missing: Count, skipped: Count }),
  options: Type.Array(Type.Object({ code: text, count: Count, share: number, low: number, high: number })),
  figures: Type.Object({
    mean: Type.Optional(MeanFigure),
    top2: Type.Optional(ShareFigure),
    net: Type.Optional(ShareFigure),
    nps: Type.Optional(ShareFigure),
    satisfied: Type.Optional(ShareFigure),
  }),
})
const figures = { questions: Type.Array(ResultItem), csi: nullable(MeanFigure) }

/** What `otklik results --format json` prints. */
export const SurveyResults = Type.Object({
  questionnaire: text,
  version: nullable(Type.Integer()),
  basis: text,
  n: Type.Object({ read: Count, invalid: Count, partial: Count, screened: Count, excluded: Count, used: Count }),
  /** None on the basis `plain`. */
  weights: Type.Null(),
  ...figures,
  by: Type.Optional(text),
  without: Type.Optional(Count),
  groups: Type.Optional(
    Type.Array(Type.Object({ value: text, n: nullable(Count), suppressed: Type.Boolean(), ...figures })),
  ),
})
export type SurveyResults = Static<typeof SurveyResults>

/** Clusters, strata and weights are refused with a sentence: a campaign is counted on the basis `plain`. */
export const readResults = defineRoute({
  method: 'GET',
  path: '/api/surveys/campaigns/:code/results',
  tag: 'Опросы',
  summary: 'Итоги кампании: то же, что otklik results',
  access: 'surveys.read',
  audit: { label: 'итоги кампании', subject: 'code' },
  params: Type.Object({ code: CampaignCode }),
  query: Type.Object({
    by: Type.Optional(Type.String({ description: 'Вопрос, строка q6.site или признак: service, office, channel …' })),
    against: Type.Optional(Type.String({ description: 'Значение, с которым сравнивать остальные' })),
    minCell: Type.Optional(Type.Integer({ minimum: 5, maximum: 1000, description: 'Меньшие группы скрыты; 5' })),
    version: Type.Optional(VersionNumber),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    service: Type.Optional(text),
    office: Type.Optional(text),
    channel: Type.Optional(Channel),
    link: Type.Optional(LinkCode),
    language: Type.Optional(text),
    clusters: Type.Optional(Type.String({ description: 'Пока не учитываются' })),
    strata: Type.Optional(Type.String({ description: 'Пока не учитываются' })),
    margins: Type.Optional(Type.String({ description: 'Пока не учитываются' })),
    format: TableFormat,
  }),
  answer: SurveyResults,
  figures: true,
})
