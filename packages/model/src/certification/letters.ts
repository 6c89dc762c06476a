import { InputError, shown } from '../inputs/index.ts'
import { type Letter, LETTERS } from './kinds.ts'

/** Latin letters that look like those of the scale. */
const LOOKALIKES: Readonly<Record<string, string>> = { A: 'А', B: 'В', a: 'А', b: 'Б', r: 'Г' }

/** A letter of the scale of the Методика, in Russian capitals; `field` names the field in the message. */
export function readLetter(value: unknown, field: string): Letter {
  if (typeof value !== 'string')
    throw new InputError('wrong_type', `Поле ${field}: нужна буква шкалы строкой, а дано ${shown(value)}.`)
  const found = LETTERS.find((letter) => letter === value)
  if (found !== undefined) return found
  const scale = `одна из ${LETTERS.join(', ')}`
  throw new InputError('unknown_letter', `Поле ${field}: нужна ${scale}, а дано ${shown(value)}.${hint(value)}`)
}

/** What makes the letter another than it looks: a Latin one, a small one, a space beside it. */
function hint(value: string): string {
  const latin = /[A-Za-z]/.exec(value)?.[0]
  if (latin !== undefined) {
    const code = latin.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    const meant = LOOKALIKES[latin]
    return ` Буква «${latin}» латинская (U+${code})${meant === undefined ? '' : `, похожая русская – «${meant}»`}.`
  }
  const meant = LETTERS.find((letter) => letter === value.replace(/\s/g, '').toUpperCase())
  return meant === undefined ? '' : ` Напишите прописной буквой без пробелов: «${meant}».`
}
