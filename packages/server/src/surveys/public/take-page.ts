import { pathOf, step, type State, type Stepped } from '@otklik/respond'
import { openCampaign } from '../open-campaign.ts'
import { offerOf } from '../feedback/offer.ts'
import { isUsed, storeResponse, toldService } from '../responses/store.ts'
import { isFull, isOf, questions, nothingAsked, thanks, whyOf } from './answers.ts'
import { deviceOf } from './device.ts'
import { failed } from './failures.ts'
import type { Answered } from './send.ts'
import type { Posted } from './fields.ts'
import { thanksAt, type Visit } from './visit.ts'

/** A longer token goes with the page itself: addresses have an end. */
const LONGEST_IN_ADDRESS = 4000

/** A page that was sent: on to the next one, back to this one with its errors, or the end. */
export async function takePage(visit: Visit, fields: Posted): Promise<Answered> {
  const { campaign, pages, survey, at } = visit
  const token = fields.find(([name]) => name === '_t')?.[1]
  const sent = token === undefined ? undefined : pages.tokens.read(token)
  if (sent === undefined || !isOf(visit, sent)) throw failed('forged')
  const why = whyOf(campaign)
  if (why)
    return (await isUsed(pages.db, sent.nonce))
      ? { goTo: thanksAt(survey, sent) }
      : nothingAsked(visit, why, { state: sent, typed: true })
  const stepped = step(survey, sent, fields, at)
  countSteps(visit, sent, stepped)
  switch (stepped.kind) {
    case 'errors':
      return questions(visit, stepped.state, { errors: stepped.errors })
    case 'again':
      return questions(visit, stepped.state, { notice: stepped.notice })
    case 'page':
      return isFull(visit, stepped.state) ? nothingAsked(visit, 'full', { state: sent }) : goToPage(visit, stepped)
    case 'finish':
      return finish(visit, stepped)
  }
}

function goToPage(visit: Visit, { state, at }: Extract<Stepped, { kind: 'page' }>): Answered {
  const token = visit.pages.tokens.write(state)
  if (token.length > LONGEST_IN_ADDRESS) return questions(visit, state)
  return { goTo: `${pathOf(visit.survey)}?_t=${token}${at === undefined ? '' : `#${at}`}` }
}

/** The thanks go out when the response is durable. Sent twice, it is stored once, and both get them. */
async function finish(visit: Visit, { state, response }: Extract<Stepped, { kind: 'finish' }>): Promise<Answered> {
  const { pages, campaign, survey, request, at } = visit
  const source = await pages.sourceOf(request, at)
  const wait = pages.endings(source, at)
  if (wait > 0) throw failed('often', { seconds: wait })
  const { language, nonce, times, proof, trap, script } = state
  const device = deviceOf(request.headers['user-agent'])
  const trace = { times, source, proof, trap, script, device }
  const stored = await storeResponse(pages.db, campaign, { response, language, nonce, trace, at })
  if (stored.kind === 'full') return nothingAsked(visit, 'full', { state })
  if (stored.kind === 'closed') return nothingAsked(visit, await whyClosed(visit), { state, typed: true })
  const service = campaign.link.service?.id ?? toldService(campaign, response)
  const offered = pages.offers.write(offerOf(survey, state, response, { service, at }))
  return offered.length > LONGEST_IN_ADDRESS
    ? thanks(visit, offered)
    : { goTo: `${thanksAt(survey, state)}&_f=${offered}` }
}

/** The campaign was closed since it was looked at. */
async function whyClosed({ pages: { db }, campaign, at }: Visit) {
  const now = await openCampaign(db, campaign.code, campaign.link.code, at)
  return (now && whyOf(now)) ?? 'ended'
}

/** A page counts as shown and as passed once for each way through the questionnaire. */
function countSteps({ pages: { counts }, campaign }: Visit, sent: State, { kind, state }: Stepped): void {
  if (kind !== 'page' && kind !== 'finish') return
  const note = (page: string, what: 'shown' | 'passed') => counts.note(campaign.id, campaign.version, page, what)
  for (const page of state.passed) if (!sent.passed.includes(page)) note(page, 'passed')
  const isNew = state.page !== sent.page && sent.times[state.page] === undefined
  if (isNew) note(state.page, 'shown')
}
