import type { Text } from '@otklik/model/questionnaires'
import { html, type Html, lines } from '../html.ts'
import type { TextKey } from '../texts/index.ts'
import type { Teller } from './view.ts'

/** The campaign's own words, or the house's. */
function own({ tell, say, survey }: Teller, text: Text | undefined, key: TextKey): string {
  const told = tell(text)
  return told === '' ? say(key, { authority: survey.authority }) : told
}

/** Who asks and what for: at the beginning of the first page. */
export function introduction(view: Teller): Html {
  const { survey, tell } = view
  const intro = tell(survey.prepared.questionnaire.intro)
  return html`<p>${lines(own(view, survey.legal.asks, 'asks'))}</p>${intro !== '' && html`<p>${lines(intro)}</p>`}`
}

/** What is recorded and for how long; that this is no appeal, and where to file one. On every page of questions. */
export function legal(view: Teller): Html {
  const { say, survey } = view
  const { recorded, kept } = survey.legal
  return html`<aside class="legal"><details><summary>${say('recordedTitle')}</summary><p>${lines(own(view, recorded, 'recorded'))}</p><p>${lines(own(view, kept, 'kept'))}</p></details>${appealPart(view)}</aside>`
}

export const appealPart = (view: Teller): Html =>
  html`<p><strong>${view.say('appealTitle')}.</strong> ${lines(own(view, view.survey.legal.appeals, 'appeal'))}</p>`
