import {
  type Asker,
  donePage,
  pathOf,
  questionPage,
  type QuestionPage,
  settled,
  type State,
  type Why,
  whyPage,
} from '@otklik/respond'
import type { OpenedCampaign, Standing } from '../open-campaign.ts'
import type { Answered } from './send.ts'
import { lookOf, type Visit } from './visit.ts'

/** A page of questions. Its token is made here, so that page and token are of one state. */
export function questions(
  { survey, campaign, pages }: Visit,
  state: State,
  more: Pick<QuestionPage, 'errors' | 'notice' | 'fresh'> = {},
): Answered {
  const token = pages.tokens.write(state)
  const page = questionPage({ survey, state, token, assets: pages.assets, ...more })
  return { page, status: more.errors ? 422 : 200, frames: campaign.frames }
}

const WHY: Readonly<Record<Exclude<Standing, 'open'>, Why>> = {
  not_begun: 'early',
  paused: 'paused',
  ended: 'ended',
  link_closed: 'link',
  full: 'full',
}

/** Why a campaign asks nothing now; undefined: it asks. */
export const whyOf = ({ standing }: Pick<OpenedCampaign, 'standing'>): Why | undefined =>
  standing === 'open' ? undefined : WHY[standing]

/** A page that says why nothing is asked. */
export function nothingAsked(
  visit: Visit,
  why: Why,
  { state, typed = false }: { state?: State; typed?: boolean } = {},
): Answered {
  const { campaign, survey } = visit
  const asker: Asker = {
    authority: campaign.authority.name,
    languages: campaign.languages,
    ...(campaign.outcome && { outcome: campaign.outcome }),
    draft: pathOf(survey),
  }
  return { page: whyPage(why, asker, lookOf(visit, state), typed), frames: campaign.frames }
}

/** Thanks. @param token of what is offered besides; one that does not hold any more offers nothing. */
export function thanks(visit: Visit, token?: string): Answered {
  const { pages, survey, campaign, at } = visit
  const offer = token === undefined ? undefined : pages.offers.read(token)
  const holds = offer !== undefined && isOf(visit, offer) && offer.expires > at.getTime()
  const offered = token !== undefined && holds ? { token, isCode: offer.texts.length > 0 } : undefined
  return { page: donePage(survey, lookOf(visit, offer), offered), frames: campaign.frames }
}

/** Whether a quota that these answers count for, whatever follows, has no place left. */
export const isFull = ({ campaign, survey }: Visit, state: State): boolean =>
  settled(
    campaign.quotas.filter(({ left }) => left <= 0),
    survey,
    state,
  ).length > 0

/** A token of another campaign or link is no better than a forged one. */
export const isOf = ({ survey }: Visit, state: Pick<State, 'campaign' | 'link'>): boolean =>
  state.campaign === survey.campaign && state.link === survey.link
