import type { AppealContact } from '@otklik/model/appeals/api'
import type { Cipher } from '../../platform/cipher.ts'
import { fold, tidyOrNull } from '../../platform/text.ts'

/** Who wrote, tidied; null where nothing is left. */
export function tidyContact(given: AppealContact | null): AppealContact | null {
  if (given === null) return null
  const contact = {
    name: tidyOrNull(given.name),
    mail: tidyOrNull(given.mail),
    phone: tidyOrNull(given.phone),
    address: tidyOrNull(given.address),
  }
  return Object.values(contact).some((part) => part !== null) ? contact : null
}

/** What a contact is known again by: its mail, else the last ten digits of its phone; null without both. */
export function contactKey(cipher: Cipher, contact: AppealContact | null): string | null {
  const digits = contact?.phone?.replace(/\D/g, '').slice(-10) ?? ''
  const told = contact?.mail ? fold(contact.mail) : digits.length === 10 ? digits : null
  return told === null ? null : cipher.mac('appeals.contact', told)
}
