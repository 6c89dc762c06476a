import { freshState, renew, standing, viewOf } from '@otklik/respond'
import { FIRST_PAGE } from '../counting/numbers.ts'
import { isUsed } from '../responses/store.ts'
import { isFull, isOf, questions, thanks, nothingAsked, whyOf } from './answers.ts'
import { failed } from './failures.ts'
import type { Answered } from './send.ts'
import { newNonce } from './open.ts'
import { languageFor, type Visit } from './visit.ts'

/** A page that is asked for: the first one, or the one that a token stands for. */
export async function showPage(visit: Visit): Promise<Answered> {
  const { campaign, pages, query, survey, at } = visit
  if (query.done !== undefined) return thanks(visit, query._f)
  const why = whyOf(campaign)
  if (query._t === undefined) return why ? nothingAsked(visit, why) : showFirst(visit)
  const state = pages.tokens.read(query._t)
  if (state === undefined || !isOf(visit, state)) throw failed('forged')
  if (await isUsed(pages.db, state.nonce)) return nothingAsked(visit, 'used', { state })
  if (why) return nothingAsked(visit, why, { state })
  const renewed = renew(survey, state, at)
  if (renewed) return questions(visit, renewed.state, { notice: renewed.notice })
  return isFull(visit, state) ? nothingAsked(visit, 'full', { state }) : questions(visit, state)
}

/** Begins a way through the questionnaire. Nothing of it is kept but that somebody began. */
function showFirst(visit: Visit): Answered {
  const { campaign, survey, pages, query, request, at } = visit
  const language = languageFor(campaign, query.lang, request)
  const begun = freshState(survey, { page: '', nonce: newNonce(), language, view: viewOf(query.view), now: at })
  const { page } = standing(survey, begun)
  if (page === null) return nothingAsked(visit, 'nothing')
  const state = { ...begun, page }
  if (isFull(visit, state)) return nothingAsked(visit, 'full', { state })
  pages.counts.note(campaign.id, campaign.version, FIRST_PAGE, 'shown')
  pages.counts.note(campaign.id, campaign.version, page, 'shown')
  return questions(visit, state, { fresh: true })
}
