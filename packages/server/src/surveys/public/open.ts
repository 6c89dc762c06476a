import { randomBytes } from 'node:crypto'
import { prepare } from '@otklik/model/questionnaires'
import { type Survey, withParameters } from '@otklik/respond'
import type { Db } from '../../platform/postgres/open.ts'
import { openCampaign, type OpenedCampaign } from '../open-campaign.ts'

/** A campaign as it stands, and as its pages ask it. */
export interface Opened {
  readonly campaign: OpenedCampaign
  readonly survey: Survey
}

/** What stands at an address of a public page; undefined: nothing. */
export type Open = (code: string, link: string | undefined, at: Date) => Promise<Opened | undefined>

/** Who opens a campaign sees it as it was at most so long ago. What is stored is held against the database itself. */
const AGE_MS = 1000
const REMEMBERED = 500

const CODE = /^[a-z0-9][a-z0-9-]{2,31}$/
const LINK = /^[a-z0-9]{1,16}$/

/** Opens campaigns, each at most once a second however many ask for it. */
export function rememberCampaigns(db: Db): Open {
  const known = new Map<string, { readonly opened: Promise<Opened | undefined>; readonly until: number }>()
  return (code, link, at) => {
    if (!CODE.test(code) || (link !== undefined && !LINK.test(link))) return Promise.resolve(undefined)
    const key = `${code}/${link ?? ''}`
    const found = known.get(key)
    if (found && found.until > at.getTime()) return found.opened
    for (const [old, { until }] of known) if (until <= at.getTime() || known.size > REMEMBERED) known.delete(old)
    const opened = open(db, code, link, at)
    known.set(key, { opened, until: at.getTime() + AGE_MS })
    // A failed reading is not remembered.
    opened.catch(() => known.delete(key))
    return opened
  }
}

async function open(db: Db, code: string, link: string | undefined, at: Date): Promise<Opened | undefined> {
  const campaign = await openCampaign(db, code, link ?? null, at)
  return campaign && { campaign, survey: surveyOf(campaign, link) }
}

function surveyOf(campaign: OpenedCampaign, link: string | undefined): Survey {
  const { document, parameters, legal } = campaign
  const { service, office } = campaign.link
  const subject = [service?.name, office?.name].filter((name) => name !== undefined).join(' · ')
  return {
    campaign: campaign.code,
    ...(link !== undefined && { link }),
    version: campaign.version,
    prepared: prepare(withParameters(document, parameters)),
    languages: campaign.languages,
    lists: campaign.lists,
    attributes: campaign.attributes,
    authority: campaign.authority.name,
    ...(subject !== '' && { subject }),
    legal: {
      asks: legal.asks ?? undefined,
      recorded: legal.recorded ?? undefined,
      kept: legal.kept ?? undefined,
      appeals: legal.appeals ?? undefined,
    },
  }
}

/** Names one way through the pages: 128 random bits. */
export const newNonce = (): string => randomBytes(16).toString('base64url')
