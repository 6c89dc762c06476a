import { type Response, type State, type Survey, type Tokens, TOKEN_LIFE_MS, type View } from '@otklik/respond'
import { writtenAnswers } from '../statements/texts-of.ts'

/** What the thanks page passes on, sealed: all that a feedback would be made of. It names no response. */
export interface Offer {
  readonly campaign: string
  readonly link?: string
  /** Of the way through the questionnaire: at most one feedback comes of it. */
  readonly nonce: string
  readonly language: string
  readonly view: View
  /** Open answers, as they were written. */
  readonly texts: readonly string[]
  /** The service that the respondent told about. */
  readonly service: string | null
  /** When it becomes too old, in milliseconds. */
  readonly expires: number
}

export type Offers = Tokens<Offer>

/** What can be offered after these answers. */
export function offerOf(
  survey: Survey,
  { campaign, link, nonce, language, view }: State,
  response: Pick<Response, 'answers'>,
  { service, at }: { readonly service: string | null; readonly at: Date },
): Offer {
  const texts = writtenAnswers([...survey.prepared.items.values()], response.answers).map(({ text }) => text)
  const expires = at.getTime() + TOKEN_LIFE_MS
  return { campaign, ...(link !== undefined && { link }), nonce, language, view, texts, service, expires }
}
