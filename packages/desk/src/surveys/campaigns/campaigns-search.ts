import type { CampaignState } from '@otklik/model/surveys'

/** Written out: addresses are read before anything of the context is loaded. */
export const CAMPAIGN_STATES = ['running', 'paused', 'draft', 'ended'] as const satisfies readonly CampaignState[]

export interface CampaignsSearch {
  find?: string
  /** Not `state`, which other screens take along with other words. */
  surveyState?: CampaignState
  offset?: string
}

/** What does not fit is left out, so that an old or mistyped link still opens. */
export function readCampaignsSearch(search: Record<string, unknown>): CampaignsSearch {
  const { find, offset } = search
  const surveyState = CAMPAIGN_STATES.find((one) => one === search.surveyState)
  return {
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(surveyState === undefined ? {} : { surveyState }),
    ...(typeof offset === 'string' && /^[1-9]\d{0,8}$/.test(offset) ? { offset } : {}),
  }
}
