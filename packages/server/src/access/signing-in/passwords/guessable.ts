import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { onOtherLayout } from './layouts.ts'
import { RUSSIAN_WORDS } from './russian-words.ts'

/** Signs looked at: what makes a password good must stand among them; looking at more costs time. */
const LOOKED_AT = 64
/** Below a hundred million guesses (score 3): found with a list of common passwords and the usual changes to them. */
const ENOUGH = 3

// Fifty thousand passwords in memory, only where someone sets one.
let loading: Promise<ZxcvbnFactory> | undefined

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const { qwerty, keypad } = adjacencyGraphs
  return new ZxcvbnFactory({
    dictionary: { ...dictionary, 'passwords-russian': [...RUSSIAN_WORDS] },
    graphs: { qwerty, keypad },
    maxLength: LOOKED_AT,
  })
}

/**
 * Whether a password is a common one, or common words, dates, rows of keys and repeats with little besides; also with
 * letters swapped for signs, written backwards, or typed on the other keyboard layout.
 * @param words what else is easy to guess here: the login and the name.
 */
export async function isGuessable(password: string, words: readonly string[]): Promise<boolean> {
  loading ??= load()
  const judge = await loading
  return [password, onOtherLayout(password)].some((text) => judge.check(text, [...words]).score < ENOUGH)
}
