import type { Campaign, CampaignFields } from '@otklik/model/surveys/api'

export const NEW_CAMPAIGN: CampaignFields = {
  name: '',
  authority: '',
  questionnaire: { code: '', version: 1 },
  services: [],
  offices: [],
  languages: ['ru'],
  from: null,
  to: null,
  target: null,
  parameters: {},
  lists: {},
  quotas: [],
  legal: { asks: null, recorded: null, kept: null, appeals: null },
  frames: [],
}

/** What of a campaign is sent back when a part of it is changed. */
export const fieldsOf = (campaign: Campaign): CampaignFields => ({
  name: campaign.name,
  authority: campaign.authority.id,
  questionnaire: { code: campaign.questionnaire.code, version: campaign.questionnaire.version },
  services: campaign.services.map(({ id }) => id),
  offices: campaign.offices.map(({ id }) => id),
  languages: campaign.languages,
  from: campaign.from,
  to: campaign.to,
  target: campaign.target,
  parameters: campaign.parameters,
  lists: campaign.lists,
  quotas: campaign.quotas,
  legal: campaign.legal,
  frames: campaign.frames,
})
