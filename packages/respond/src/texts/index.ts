import type { Text } from '@otklik/model/questionnaires'
import { en } from './en.ts'
import { ru, type TextKey } from './ru.ts'

export type { TextKey }
export type Values = Readonly<Record<string, string | number>>
/** Says something of the page's own in one language. */
export type Say = (key: TextKey, values?: Values) => string

/** What the pages say themselves is there in Russian and English; other languages get Russian. */
export const sayIn =
  (language: string): Say =>
  (key, values = {}) =>
    (language === 'en' ? en : ru)[key].replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(values[name] ?? ''))

/** A text of the questionnaire in a language, or in the main one where it has none in that. */
export const textIn = (text: Text | undefined, language: string, main: string): string =>
  text?.[language] ?? text?.[main] ?? ''

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'

/** The language in which the page itself speaks to who reads in `language`. */
export const pageLanguageOf = (language: string): 'ru' | 'en' => (language === 'en' ? 'en' : 'ru')

const NAMES = { ru: 'Русский', en: 'English', tt: 'Татарча', ba: 'Башҡортса', cv: 'Чӑвашла', ce: 'Нохчийн' }

/** A language by its own name. */
export function nameOfLanguage(language: string): string {
  if (Object.hasOwn(NAMES, language)) return NAMES[language as keyof typeof NAMES]
  return new Intl.DisplayNames([language, 'ru'], { type: 'language', fallback: 'code' }).of(language) ?? language
}
