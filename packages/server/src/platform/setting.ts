export interface Setting<T> {
  /** As it would be written in the environment; an empty string: not set. */
  default: string
  /** What the setting does, in Russian, for docs/operations.md. */
  text: string
  /** The value, or an Error whose message says in Russian what to write. */
  parse(text: string): T | Error
}

export function setting<T>(fallback: string, text: string, parse: (text: string) => T | Error): Setting<T> {
  return { default: fallback, text, parse }
}

export function yesNo(text: string): boolean | Error {
  if (text === 'yes') return true
  if (text === 'no') return false
  return new Error('Напишите yes или no.')
}
