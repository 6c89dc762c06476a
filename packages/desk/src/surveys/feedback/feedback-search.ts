import type { FeedbackState } from '@otklik/model/surveys'

/** Written out: addresses are read before anything of the context is loaded. */
export const FEEDBACK_STATES = [
  'received',
  'in_work',
  'done',
  'not_confirmed',
] as const satisfies readonly FeedbackState[]
export const STANDS = ['open', 'overdue', ...FEEDBACK_STATES] as const
export type FeedbackStand = (typeof STANDS)[number]

export interface FeedbackSearch {
  find?: string
  feedbackStand?: FeedbackStand
  offset?: string
}

/** What does not fit is left out, so that an old or mistyped link still opens. */
export function readFeedbackSearch(search: Record<string, unknown>): FeedbackSearch {
  const { find, offset } = search
  const feedbackStand = STANDS.find((one) => one === search.feedbackStand)
  return {
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(feedbackStand === undefined ? {} : { feedbackStand }),
    ...(typeof offset === 'string' && /^[1-9]\d{0,8}$/.test(offset) ? { offset } : {}),
  }
}

/** What the list is asked for. */
export const askedOf = ({ find, feedbackStand: stand }: FeedbackSearch) => ({
  find,
  ...(stand === 'open' || stand === 'overdue' ? { term: stand } : { state: stand }),
})
