import { type Static, Type } from 'typebox'
import { Count, Day, Instant, Named, nullable } from '../../api/common.ts'
import { ALL_CHANNELS } from '../channels.ts'
import { ALL_CAMPAIGN_EVENTS, ALL_CAMPAIGN_STATES } from '../states.ts'
import { QuestionnaireCode, VersionNumber } from './questionnaires.ts'

const text = Type.String()

/** Stands in addresses and on posters. */
export const CampaignCode = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]{2,31}$',
  description: 'Код кампании: латинские строчные буквы, цифры, дефис',
})
export const CampaignState = Type.Enum([...ALL_CAMPAIGN_STATES])
export const CampaignEvent = Type.Enum([...ALL_CAMPAIGN_EVENTS])
export const Channel = Type.Enum([...ALL_CHANNELS])
/** A text in the languages of the campaign. */
export const Texts = Type.Record(text, Type.String({ maxLength: 5000 }))

/** At most so many answers for which the condition holds. Exact. */
export const Quota = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200 }),
  /** As `showIf` of the questionnaire: over answers and attributes. */
  condition: Type.Unknown(),
  limit: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
})
/** What the page says of itself. Null: the house's own words. */
export const LegalTexts = Type.Object({
  /** Who asks and what for. */
  asks: nullable(Texts),
  /** What is recorded. */
  recorded: nullable(Texts),
  /** For how long it is kept. */
  kept: nullable(Texts),
  /** Where an appeal (обращение) is filed: this page takes none. */
  appeals: nullable(Texts),
})
export const CampaignFields = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 300 }),
  /** Number of the authority in the register. */
  authority: text,
  questionnaire: Type.Object({ code: QuestionnaireCode, version: VersionNumber }),
  /** Subjects: `service_id`s and numbers of offices. None: all that the authority has. */
  services: Type.Array(text, { maxItems: 2000, uniqueItems: true }),
  offices: Type.Array(text, { maxItems: 2000, uniqueItems: true }),
  languages: Type.Array(text, { minItems: 1, maxItems: 10, uniqueItems: true }),
  /** First and last day, by the clocks of the authority's region; null: at once, without an end. */
  from: nullable(Day),
  to: nullable(Day),
  /** How many answers are wanted: with the last of them the campaign ends. */
  target: nullable(Type.Integer({ minimum: 1, maximum: 10_000_000 })),
  /** Values for `{period}` and the like in texts. */
  parameters: Type.Record(text, Type.String({ maxLength: 200 })),
  /** Own entries for lists of the questionnaire, in place of the register's. */
  lists: Type.Record(
    text,
    Type.Array(Type.Object({ code: Type.String({ minLength: 1, maxLength: 100 }), text: Texts }), { maxItems: 2000 }),
  ),
  quotas: Type.Array(Quota, { maxItems: 50 }),
  legal: LegalTexts,
  /** Origins whose pages may frame the campaign: `https://example.ru`. */
  frames: Type.Array(Type.String({ pattern: '^https?://[A-Za-z0-9.-]+(:\\d{1,5})?$' }), { maxItems: 20 }),
})

/** How many answered, and how many of those who opened the first page did. */
const numbers = {
  n: Count,
  today: Count,
  /** Percent of those who opened the first page; null: nobody has. */
  completion: nullable(Type.Number()),
}
export const CampaignRow = Type.Object({
  code: CampaignCode,
  name: text,
  state: CampaignState,
  authority: Named,
  questionnaire: Type.Object({ code: QuestionnaireCode, version: VersionNumber, title: text }),
  from: nullable(Day),
  to: nullable(Day),
  target: nullable(Count),
  ...numbers,
  /** When the last answer came: a day and an hour, `YYYY-MM-DDTHH`; null: none has. */
  last: nullable(text),
})
const Act = Type.Object({ by: text, at: Instant })
export const Campaign = Type.Object({
  ...CampaignRow.properties,
  ...CampaignFields.properties,
  authority: Named,
  questionnaire: CampaignRow.properties.questionnaire,
  services: Type.Array(Named),
  offices: Type.Array(Named),
  /** Rises with every change: sent back with the next one. */
  revision: Count,
  /** Full address of the campaign itself, without a link. */
  url: text,
  links: Type.Object({ open: Count, closed: Count }),
  created: Act,
  started: nullable(Act),
  /** `why`: by hand, the last day, or the last answer wanted. */
  ended: nullable(
    Type.Object({ ...Act.properties, why: Type.Enum(['by_hand', 'day', 'target']), note: nullable(text) }),
  ),
  /** What came of it: the pages of an ended campaign say so. */
  outcome: nullable(Texts),
  /** Versions asked, the latest first; since when. */
  versions: Type.Array(Type.Object({ version: VersionNumber, ...Act.properties })),
  allowed: Type.Array(CampaignEvent),
})
export type CampaignFields = Static<typeof CampaignFields>
export type CampaignRow = Static<typeof CampaignRow>
export type Campaign = Static<typeof Campaign>
export type Quota = Static<typeof Quota>
export type LegalTexts = Static<typeof LegalTexts>
