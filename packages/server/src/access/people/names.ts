import { ProblemError, problems } from '../../platform/problems/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { tidy } from '../../platform/text.ts'

/** A person's name as it is kept: single spaces, and no signs that can't be seen. Throws `invalid_request` when nothing is left. */
export function nameOf(text: string): string {
  const name = tidy(text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ' '))
  if (name !== '') return name
  const message = 'Не может быть пустым.'
  throw new ProblemError(problems.invalidRequest, `name: ${message}`, { errors: [{ path: 'name', message }] })
}

/** `a***@x.ru`: the audit says that an address was changed, not which one it was. */
export const maskMail = (mail: string | null): string | null =>
  mail === null ? null : mail.replace(/^(.).*@/u, '$1***@')

/** The address of a person. One that was sealed with a lost key is none any more: people stay in sight, and it is asked for anew. */
export function mailOf(cipher: Cipher, { mail_sealed }: { readonly mail_sealed: string | null }): string | null {
  if (mail_sealed === null) return null
  try {
    return cipher.open(mail_sealed)
  } catch {
    return null
  }
}
