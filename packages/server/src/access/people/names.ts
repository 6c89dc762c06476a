import { ProblemError, problems } from '../../platform/http/index.ts'
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
