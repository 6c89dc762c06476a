import { type Static, Type } from 'typebox'
import { Count, Day, Named, nullable } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { CampaignCode, Channel } from './campaigns.ts'
import { LinkCode } from './links.ts'

const text = Type.String()

/** The course of a campaign, no older than five seconds. */
export const CampaignLive = Type.Object({
  n: Count,
  today: Count,
  /** Ended by an option that screens out. */
  screened: Count,
  /** Opened the first page; percent of them who answered. */
  opened: Count,
  completion: nullable(Type.Number()),
  /** Half take no longer; of the latest 10,000, no older than 90 days. */
  medianMinutes: nullable(Type.Number()),
  target: nullable(Count),
  /** Every day from the first answer to the last one. */
  days: Type.Array(Type.Object({ day: Day, n: Count })),
  channels: Type.Array(Type.Object({ channel: Channel, n: Count, today: Count })),
  /** Those by which most came, 100 at most. */
  links: Type.Array(
    Type.Object({
      code: LinkCode,
      service: nullable(Named),
      office: nullable(Named),
      channel: Channel,
      n: Count,
      today: Count,
    }),
  ),
  /** In the questionnaire's order: who saw a page, and who left there. */
  pages: Type.Array(
    Type.Object({
      page: text,
      /** Its first question. */
      title: text,
      shown: Count,
      passed: Count,
      left: Count,
    }),
  ),
  quotas: Type.Array(Type.Object({ title: text, limit: Count, n: Count })),
})
export type CampaignLive = Static<typeof CampaignLive>

export const readCampaignLive = defineRoute({
  method: 'GET',
  path: '/api/surveys/campaigns/:code/live',
  tag: 'Опросы',
  summary: 'Ход кампании: ответы по дням, каналам и ссылкам, где уходят, квоты',
  access: 'surveys.read',
  params: Type.Object({ code: CampaignCode }),
  answer: CampaignLive,
  figures: true,
})
