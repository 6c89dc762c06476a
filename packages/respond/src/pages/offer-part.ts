import { html, type Html } from '../html.ts'
import { pathOf, type Survey } from '../survey.ts'
import { sayIn } from '../texts/index.ts'

/** How the author of the answers may get one; the token knows what it would be about. */
export interface Offered {
  readonly token: string
  /** There is an open answer that a code would be of. */
  readonly isCode: boolean
}

/** On the thanks page: a contact, or a tracking code. One form without fields: its buttons choose. */
export function offerPart(survey: Survey, language: string, { token, isCode }: Offered): Html {
  const say = sayIn(language)
  return html`<h2>${say('offerTitle')}</h2><p>${say(isCode ? 'offer' : 'offerContact')}</p>
<form method="post" action="${pathOf(survey)}"><input type="hidden" name="_f" value="${token}"><div class="buttons">
${isCode && html`<button name="_go" value="code">${say('takeCode')}</button>`}<button name="_go" value="contact" class="quiet">${say('leaveContact')}</button>
</div></form>`
}
