import type { ContactFault, ContactFaults, TypedContact } from '@otklik/model/surveys'
import { html, type Html, type Part } from '../html.ts'
import { pathOf, type Survey } from '../survey.ts'
import { type Say, sayIn, type TextKey } from '../texts/index.ts'
import { afterPage, type Look } from './after-page.ts'

export interface ContactForm {
  readonly token: string
  /** As typed; at first the words are those of the open answers. */
  readonly typed: TypedContact
  readonly faults?: ContactFaults['faults']
}

const FAULTS: Readonly<Record<ContactFault, TextKey>> = {
  no_way: 'contactNoWay',
  bad_mail: 'contactBadMail',
  bad_phone: 'contactBadPhone',
  no_words: 'contactNoWords',
  no_consent: 'contactNoConsent',
}

/** Where a contact is left: a screen of its own with its own consent. */
export function contactPage(survey: Survey, look: Look, { token, typed, faults = [] }: ContactForm): string {
  const say = sayIn(look.language)
  const field = fieldsWith(say, typed, faults)
  const { authority } = survey
  return afterPage(
    survey,
    look,
    `${faults.length > 0 ? `${say('errorTitle')}: ` : ''}${say('contactTitle')}`,
    html`<h1>${say('contactTitle')}</h1>${faultList(say, faults)}<p>${say('contactAbout', { authority })}</p>
<form method="post" action="${pathOf(survey)}" accept-charset="utf-8" novalidate><input type="hidden" name="_f" value="${token}">
${field('words', html`<textarea id="words" name="words" rows="5" maxlength="5000"`, typed.words)}
${field('name', html`<input type="text" id="name" name="name" maxlength="200" autocomplete="name"`)}
${field('mail', html`<input type="text" inputmode="email" id="mail" name="mail" maxlength="254" autocomplete="email"`)}
${field('phone', html`<input type="text" inputmode="tel" id="phone" name="phone" maxlength="40" autocomplete="tel"`)}
<div class="question${faultOf(faults, 'consent') && ' wrong'}">${faultText(say, faults, 'consent')}<div class="choice"><input type="checkbox" id="consent" name="consent" value="1"${typed.consent && html` checked`}${describedBy(faults, 'consent')}><label for="consent">${say('consent', { authority })}</label></div></div>
<div class="buttons"><button name="_go" value="leave">${say('contactSend')}</button><button name="_go" value="thanks" class="quiet">${say('contactNot')}</button></div></form>`,
  )
}

type Faults = ContactFaults['faults']
type Name = keyof TypedContact

function fieldsWith(say: Say, typed: TypedContact, faults: Faults) {
  return (name: Exclude<Name, 'consent'>, control: Html, area?: string): Html => {
    const rest = describedBy(faults, name)
    const written =
      area === undefined ? html`${control}${rest} value="${typed[name]}">` : html`${control}${rest}>${area}</textarea>`
    return html`<div class="question${faultOf(faults, name) && ' wrong'}"><label class="asked" for="${name}">${say(`contact_${name}`)}${name === 'name' && html` <span class="optional">(${say('optional')})</span>`}</label>${faultText(say, faults, name)}${written}</div>`
  }
}

const faultOf = (faults: Faults, name: Name) => faults.find(({ at }) => at === name)?.fault

function faultText(say: Say, faults: Faults, name: Name): Part {
  const fault = faultOf(faults, name)
  return fault && html`<p class="error" id="${name}-error">${say(FAULTS[fault])}</p>`
}

const describedBy = (faults: Faults, name: Name): Part =>
  faultOf(faults, name) && html` aria-invalid="true" aria-describedby="${name}-error"`

const faultList = (say: Say, faults: Faults): Part =>
  faults.length > 0 &&
  html`<div class="errors" id="errors" role="alert" tabindex="-1"><h2>${say('checkAnswers')}</h2><ul>${faults.map(({ at, fault }) => html`<li><a href="#${at}">${say(FAULTS[fault])}</a></li>`)}</ul></div>`

/** The code, the one time that it is shown. @param check the address of the page where it is looked up. */
export function codePage(survey: Survey, look: Look, code: string, check: string): string {
  const say = sayIn(look.language)
  return afterPage(
    survey,
    look,
    say('codeTitle'),
    html`<h1>${say('codeTitle')}</h1><p class="code"><strong>${code}</strong></p><p>${say('code')}</p><p>${say('codeWhere')} <a href="${check}">${check}</a></p><p>${say('feedbackNext')}</p>`,
  )
}

/** What else is said after the answers: the contact is kept, or it was before, or the page is too old for it. */
export function feedbackSaidPage(survey: Survey, look: Look, what: 'left' | 'already' | 'late'): string {
  const say = sayIn(look.language)
  const { authority } = survey
  return afterPage(
    survey,
    look,
    say(`${what}Title`),
    html`<h1>${say(`${what}Title`)}</h1><p>${say(what, { authority })}</p>${what !== 'late' && html`<p>${say('feedbackNext')}</p>`}`,
  )
}
