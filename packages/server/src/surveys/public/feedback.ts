import { readContact, type TypedContact } from '@otklik/model/surveys'
import { codePage, contactPage, type Look, feedbackSaidPage } from '@otklik/respond'
import { codeOf } from '../feedback/codes.ts'
import type { Offer } from '../feedback/offer.ts'
import { isKnownCode, leaveFeedback } from '../feedback/store.ts'
import { isOf, thanks } from './answers.ts'
import { failed } from './failures.ts'
import type { Posted } from './fields.ts'
import type { Answered } from './send.ts'
import { lookOf, type Visit } from './visit.ts'

/** The token of an offer that was sent with a form; undefined: it is a page of questions. */
export const offerSent = (fields: Posted): string | undefined => fields.find(([name]) => name === '_f')?.[1]

interface Asked {
  readonly visit: Visit
  readonly offer: Offer
  readonly token: string
  readonly look: Look
}

/** After the thanks: a code, the screen for a contact, or the contact. It is taken whatever has become of the campaign. */
export async function takeFeedback(visit: Visit, token: string, fields: Posted): Promise<Answered> {
  const { pages, at } = visit
  const offer = pages.offers.read(token)
  if (offer === undefined || !isOf(visit, offer)) throw failed('forged')
  const asked = { visit, offer, token, look: lookOf(visit, offer) }
  if (offer.expires <= at.getTime()) return said(asked, 'late')
  const go = fields.find(([name]) => name === '_go')?.[1]
  if (go === 'contact') return shown(asked, contactPage(visit.survey, asked.look, { token, typed: beginning(offer) }))
  if (go !== 'code' && go !== 'leave') return thanks(visit, token)
  const wait = pages.endings(await pages.sourceOf(visit.request, at), at)
  if (wait > 0) throw failed('often', { seconds: wait })
  return go === 'code' ? takeCode(asked) : leaveContact(asked, fields)
}

const shown = ({ visit }: Asked, page: string, status = 200): Answered => ({
  page,
  status,
  frames: visit.campaign.frames,
})
const said = (asked: Asked, what: 'left' | 'already' | 'late'): Answered =>
  shown(asked, feedbackSaidPage(asked.visit.survey, asked.look, what))

async function takeCode(asked: Asked): Promise<Answered> {
  const { visit, offer, look } = asked
  const { pages, campaign, survey, at } = visit
  // Without an open answer there is nothing that a code would be of.
  if (offer.texts.length === 0) throw failed('forged')
  const code = codeOf(pages.cipher, offer.nonce)
  const left = await leaveFeedback(pages, campaign, { offer, words: wordsOf(offer), contact: null, at })
  if (left === null && !(await isKnownCode(pages, code))) return said(asked, 'already')
  return shown(asked, codePage(survey, look, code, `${pages.publicUrl}/t`))
}

async function leaveContact(asked: Asked, fields: Posted): Promise<Answered> {
  const { visit, offer, token, look } = asked
  const { pages, campaign, survey, at } = visit
  const typed = typedIn(fields)
  const read = readContact(typed)
  if ('faults' in read) return shown(asked, contactPage(survey, look, { token, typed, faults: read.faults }), 422)
  const left = await leaveFeedback(pages, campaign, { offer, words: typed.words, contact: read.contact, at })
  return said(asked, left === null ? 'already' : 'left')
}

const wordsOf = ({ texts }: Offer): string => texts.join('\n\n')

const beginning = (offer: Offer): TypedContact => ({
  name: '',
  mail: '',
  phone: '',
  words: wordsOf(offer).slice(0, LONGEST.words),
  consent: false,
})

/** As the fields of the form have them. */
const LONGEST = { words: 5000, name: 200, mail: 254, phone: 40 } as const

function typedIn(fields: Posted): TypedContact {
  const typed = (name: keyof typeof LONGEST) =>
    (fields.find(([one]) => one === name)?.[1] ?? '').replaceAll('\r\n', '\n').slice(0, LONGEST[name])
  return {
    name: typed('name'),
    mail: typed('mail'),
    phone: typed('phone'),
    words: typed('words'),
    consent: fields.some(([name, value]) => name === 'consent' && value === '1'),
  }
}
