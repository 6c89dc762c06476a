import { isFitMail } from '../access/mail.ts'
import { addDays } from '../days/index.ts'
import { processAbout } from '../processes/index.ts'

/** An answer is due after so many days. */
export const FEEDBACK_DAYS = 30
/** A contact is erased after so many days at the latest. */
export const CONTACT_DAYS = 365
/** Signs of the sentence that goes with every step. */
export const SHORTEST_SENTENCE = 20
/** The consent that contacts are left under; its words stand in the public pages. A change of the words is a new edition. */
export const FEEDBACK_CONSENT = 'feedback/1'

/** What the guards of a feedback look at. */
export interface FeedbackAbout {
  /** What the authority says with the step. */
  readonly sentence: string
  /** The sentence names somebody: whoever has the code reads it. */
  readonly personal: boolean
}

/** What a respondent wants an answer to: left with a contact, or under a tracking code. */
export const FEEDBACK = processAbout<FeedbackAbout>()({
  title: 'Отзыв, на который ждут ответа',
  states: {
    received: 'получено',
    in_work: 'рассматривается',
    done: 'меры приняты',
    not_confirmed: 'не подтвердилось',
  },
  events: { receive: 'оставить', take: 'взять в работу', finish: 'принять меры', reject: 'не подтвердить' },
  guards: {
    has_sentence: {
      holds: ({ sentence }) => [...sentence.trim()].length >= SHORTEST_SENTENCE,
      says: `Напишите для автора отзыва, что сделано или решено: не короче ${SHORTEST_SENTENCE} знаков.`,
    },
    nobody_named: {
      holds: ({ personal }) => !personal,
      says: 'В тексте есть личные данные: фамилия, телефон, адрес или номер. Уберите их: текст увидит каждый, у кого есть код.',
    },
  },
  actors: { respondent: 'респондент', 'answers.reply': 'отвечает авторам отзывов' },
  moves: [
    { event: 'receive', from: [null], to: 'received', by: ['respondent'], guards: [] },
    {
      event: 'take',
      from: ['received'],
      to: 'in_work',
      by: ['answers.reply'],
      guards: ['has_sentence', 'nobody_named'],
    },
    {
      event: 'finish',
      from: ['received', 'in_work'],
      to: 'done',
      by: ['answers.reply'],
      guards: ['has_sentence', 'nobody_named'],
    },
    {
      event: 'reject',
      from: ['received', 'in_work'],
      to: 'not_confirmed',
      by: ['answers.reply'],
      guards: ['has_sentence', 'nobody_named'],
    },
  ],
})
export type FeedbackState = keyof typeof FEEDBACK.states
export type FeedbackEvent = keyof typeof FEEDBACK.events
export const ALL_FEEDBACK_STATES = Object.keys(FEEDBACK.states) as readonly FeedbackState[]
export const FEEDBACK_STEPS = ['take', 'finish', 'reject'] as const satisfies readonly FeedbackEvent[]
export type FeedbackStep = (typeof FEEDBACK_STEPS)[number]

const OPEN_STATES = ['received', 'in_work'] as const satisfies readonly FeedbackState[]
export const isOpenFeedback = (state: FeedbackState): boolean => OPEN_STATES.some((one) => one === state)

/** The last day of the term. Days are `YYYY-MM-DD`. */
export const feedbackDue = (received: string): string => addDays(received, FEEDBACK_DAYS)

/** Not answered, and the term is over. */
export const isOverdueFeedback = (state: FeedbackState, due: string, today: string): boolean =>
  isOpenFeedback(state) && due < today

export interface FeedbackContact {
  readonly name: string | null
  readonly mail: string | null
  readonly phone: string | null
}
/** Fields of the form in which a contact is left. */
export interface TypedContact {
  readonly name: string
  readonly mail: string
  readonly phone: string
  readonly words: string
  readonly consent: boolean
}
export type ContactFault = 'no_way' | 'bad_mail' | 'bad_phone' | 'no_words' | 'no_consent'
export interface ContactFaults {
  readonly faults: readonly { readonly at: keyof TypedContact; readonly fault: ContactFault }[]
}

/** A contact as it is kept, or what is wrong with the form, in its order. */
export function readContact(typed: TypedContact): { readonly contact: FeedbackContact } | ContactFaults {
  const [name, mail, phone] = [typed.name, typed.mail, typed.phone].map((text) => text.trim())
  const contact = { name: name || null, mail: mail || null, phone: phone || null }
  const digits = (contact.phone ?? '').replace(/\D/g, '').length
  const wrong: Partial<Record<keyof TypedContact, ContactFault | false>> = {
    mail: contact.mail === null ? contact.phone === null && 'no_way' : !isFitMail(contact.mail) && 'bad_mail',
    phone: contact.phone !== null && (digits < 10 || digits > 15) && 'bad_phone',
    words: typed.words.trim() === '' && 'no_words',
    consent: !typed.consent && 'no_consent',
  }
  const faults = FIELDS.flatMap((at) => {
    const fault = wrong[at]
    return fault ? [{ at, fault }] : []
  })
  return faults.length > 0 ? { faults } : { contact }
}

const FIELDS: readonly (keyof TypedContact)[] = ['words', 'name', 'mail', 'phone', 'consent']
