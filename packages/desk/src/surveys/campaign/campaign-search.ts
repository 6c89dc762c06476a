import { isDay } from '@otklik/model/days'

export const CAMPAIGN_TABS = ['collect', 'live', 'results', 'texts', 'answers'] as const
export type CampaignTab = (typeof CAMPAIGN_TABS)[number]

/** What narrows the answers, by names of their own: the desk's slice has months, names of offices and other channels. */
export const NARROWING = ['since', 'until', 'ofService', 'ofOffice', 'ofChannel', 'ofLanguage'] as const
export type Narrowing = { [K in (typeof NARROWING)[number]]?: string }

export interface CampaignSearch extends Narrowing {
  /** The first tab where absent. */
  tab?: Exclude<CampaignTab, 'collect'>
  /** What results are compared by, and with which group. */
  by?: string
  against?: string
  find?: string
  offset?: string
}

const OTHER_TABS = CAMPAIGN_TABS.filter((tab) => tab !== 'collect')
const isText = (given: unknown): given is string => typeof given === 'string' && given !== ''

/** What does not fit is left out, so that an old or mistyped link still opens. */
export function readCampaignSearch(search: Record<string, unknown>): CampaignSearch {
  const { by, against, find, offset } = search
  const tab = OTHER_TABS.find((one) => one === search.tab)
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(isText(by) ? { by } : {}),
    ...(isText(by) && isText(against) ? { against } : {}),
    ...(isText(find) ? { find } : {}),
    ...(isText(offset) && /^[1-9]\d{0,8}$/.test(offset) ? { offset } : {}),
    ...narrowingOf(search),
  }
}

function narrowingOf(search: Record<string, unknown>): Narrowing {
  const fits = (name: keyof Narrowing, value: unknown): value is string =>
    isText(value) && (name === 'since' || name === 'until' ? isDay(value) : value.length <= 100)
  return Object.fromEntries(NARROWING.flatMap((name) => (fits(name, search[name]) ? [[name, search[name]]] : [])))
}
