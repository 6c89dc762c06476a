import { weakness } from '@otklik/model/access'
import { problem } from '../../../platform/problems/index.ts'
import { weakPassword } from '../../problems.ts'
import { isGuessable } from './guessable.ts'
import { hashPassword } from './password-hash.ts'

const COMMON =
  'Это распространённый пароль или простая перемена в нём. Возьмите несколько слов, которые не стоят рядом.'

/**
 * The hash of a new password, for every place where one is set: first start, invitation, reset, change. Slow: call it
 * before a transaction is opened. Throws `weak_password` with the reason.
 * @param whose what others know of the person: it must not be the password.
 */
export async function newPasswordHash(
  password: string,
  whose: { readonly login: string; readonly name: string },
): Promise<string> {
  const login = whose.login.trim()
  const words = [login, ...whose.name.split(/\s+/)].filter((word) => word.length > 2)
  const why = weakness(password, login) ?? ((await isGuessable(password, words)) ? COMMON : undefined)
  if (why !== undefined) throw problem(weakPassword, why)
  return hashPassword(password)
}
