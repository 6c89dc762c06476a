import type { YearFacts } from '../admission.ts'
import type { Letter } from '../kinds.ts'

/** What a remark on the draft list proposes. */
export const REMARK_ASKS = {
  include: 'включить в перечень',
  leave_out: 'не включать в перечень',
  correct: 'уточнить сведения',
} as const
export type RemarkAsk = keyof typeof REMARK_ASKS
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_REMARK_ASKS = Object.keys(REMARK_ASKS) as readonly RemarkAsk[]

/** What the materials of a remark confirm, in the order of пункт 10 а–д. */
export const MATERIAL_KINDS = {
  level: { letter: 'а', name: 'Показатель уровня по листу самопроверки' },
  monitoring: { letter: 'б', name: 'Техническая возможность мониторинга' },
  form: { letter: 'в', name: 'Адрес интерактивной формы' },
  act: { letter: 'г', name: 'Реквизиты правового акта' },
  mass: { letter: 'д', name: 'Пункт перечня МСЗУ' },
} as const
export type MaterialKind = keyof typeof MATERIAL_KINDS
export const ALL_MATERIAL_KINDS = Object.keys(MATERIAL_KINDS) as readonly MaterialKind[]

export interface Contact {
  /** Who it is: the body, or its official. */
  readonly name: string
  readonly phone: string
  readonly email: string
}

/** What a remark brings along; null: nothing of that kind. */
export interface Materials {
  readonly level: { readonly letter: Letter } | null
  /** By the object's number in the monitoring system, or by a letter of the ministry. */
  readonly monitoring: { readonly by: 'export' | 'letter'; readonly reference: string } | null
  readonly form: { readonly address: string } | null
  readonly act: { readonly details: string } | null
  /** Only the federal list shortens the term of a certificate (пункт 29). */
  readonly mass: { readonly list: 'federal' | 'regional'; readonly item: string } | null
}

/** The contacts of пункт 11 а, б. */
export interface Contacts {
  readonly authority: Contact | null
  readonly digital: Contact | null
}

const reachable = (contact: Contact | null): boolean =>
  contact !== null && contact.phone.trim() !== '' && contact.email.trim() !== ''

/** Which of the two contacts are missing, or lack a telephone or an address: without them the object stays out (пункт 14). */
export const missingContacts = ({ authority, digital }: Contacts): string[] => [
  ...(reachable(authority) ? [] : ['уполномоченного органа']),
  ...(reachable(digital) ? [] : ['ответственного за цифровизацию']),
]

/** What is known of an object once a remark is accepted; what the remark says nothing of stays. */
export function factsAfter(facts: YearFacts, materials: Materials, contacts: Contacts): YearFacts {
  const { level, form, mass } = materials
  return {
    ...facts,
    ...(level !== null && { selfCheck: level.letter }),
    ...(form !== null && facts.form === 'not_online' && { form: 'open' as const }),
    ...(mass !== null && { mass: mass.item, massList: mass.list }),
    contacts: facts.contacts || missingContacts(contacts).length === 0,
  }
}
