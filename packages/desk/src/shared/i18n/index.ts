import i18next from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Format, type Language, makeFormat } from './format.ts'
import ru from './ru.json'

/** Every text under its whole key: the compiler gives up on the nested form of so many texts. */
type Keys<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : Keys<T[K], `${Before}${K}.`>
}[keyof T & string]
type Texts = Record<Keys<typeof ru>, string> & Pick<typeof ru, 'fields' | 'codes'>

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desk'
    /** In types only: the texts themselves are nested. */
    keySeparator: false
    resources: { desk: Texts }
  }
}

const KEPT = 'otklik.language'

const isLanguage = (text: string | null): text is Language => text === 'ru' || text === 'en'

/** Starts with the language chosen before, Russian at first. The English texts are loaded only for those who read them. */
export async function startI18n(): Promise<void> {
  const kept = localStorage.getItem(KEPT)
  await i18next.use(initReactI18next).init({
    lng: 'ru',
    fallbackLng: 'ru',
    defaultNS: 'desk',
    resources: { ru: { desk: ru } },
    interpolation: { escapeValue: false },
  })
  if (isLanguage(kept) && kept !== 'ru') await changeLanguage(kept)
  document.documentElement.lang = languageNow()
}

export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en') i18next.addResourceBundle('en', 'desk', (await import('./en.json')).default)
  await i18next.changeLanguage(language)
  localStorage.setItem(KEPT, language)
  document.documentElement.lang = language
}

const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'ru')

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'ru'
}

/** Numbers, dates and spans of time in the reader's language. */
export function useFormat(): Format {
  const language = useLanguage()
  return useMemo(() => makeFormat(language), [language])
}

export type Translate = ReturnType<typeof useTranslation>['t']
