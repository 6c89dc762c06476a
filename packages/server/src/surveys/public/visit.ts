import { type Look, pathOf, type State, type Survey, type View, viewOf, viewQuery } from '@otklik/respond'
import type { FastifyRequest } from 'fastify'
import type { OpenedCampaign } from '../open-campaign.ts'
import { failed } from './failures.ts'
import type { Opened } from './open.ts'
import type { Pages } from './pages.ts'

/** One request for a page of a campaign that is there. */
export interface Visit extends Opened {
  readonly pages: Pages
  readonly request: FastifyRequest
  readonly at: Date
  /** What stands after `?`; of each name the first value. */
  readonly query: Readonly<Record<string, string | undefined>>
}

/** Finds what an address is about, and counts the visit against its source. Throws a failure where there is nothing. */
export async function visitOf(pages: Pages, request: FastifyRequest): Promise<Visit> {
  const at = request.server.clock()
  const wait = pages.visits(await pages.sourceOf(request, at), at)
  if (wait > 0) throw failed('often', { seconds: wait })
  // The router has found both in the address; what is typed off a poster comes in any case.
  const { campaign = '', link } = request.params as { campaign?: string; link?: string }
  const opened = await pages.open(campaign.toLowerCase(), link?.toLowerCase(), at)
  if (opened === undefined) throw failed('unknown')
  const survey = { ...opened.survey, ...(pages.base && { base: pages.base }) }
  return { ...opened, survey, pages, request, at, query: queryOf(request) }
}

export function queryOf({ query }: FastifyRequest): Visit['query'] {
  // The router's own parser gives texts, and arrays of them where a name is repeated.
  const given = query as Readonly<Record<string, string | string[] | undefined>>
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value].flat()[0]]))
}

/** How a page without a form is to look: as its address says, else as the browser likes. */
export function lookOf({ pages, query, request, campaign }: Visit, state?: Pick<State, 'language' | 'view'>): Look {
  const view: View = state?.view ?? viewOf(query.view)
  return { language: state?.language ?? languageFor(campaign, query.lang, request), view, assets: pages.assets }
}

/** The language asked for; else of the link, of the browser, the main one. */
export function languageFor(
  { languages, link }: Pick<OpenedCampaign, 'languages' | 'link'>,
  asked: string | undefined,
  { headers }: FastifyRequest,
): string {
  const liked = (headers['accept-language'] ?? '').split(',').map((one) => one.trim().split(/[-;]/)[0] ?? '')
  const known = [asked, link.language, ...liked].find((one) => typeof one === 'string' && languages.includes(one))
  return known ?? languages[0] ?? 'ru'
}

/** Where thanks are said: an address without answers. */
export const thanksAt = (survey: Survey, { view, language }: State): string =>
  `${pathOf(survey)}?done=1&${viewQuery(view, language)}`
