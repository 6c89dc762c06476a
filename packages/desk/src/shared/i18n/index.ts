import i18next, { type TFunction } from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Format, type Language, makeFormat } from './format.ts'
import { loadWanted, type TextSet, wantTexts } from './texts.ts'

const KEPT = 'otklik.language'

const isLanguage = (text: string | null): text is Language => text === 'ru' || text === 'en'

/** Starts with the language chosen before, Russian at first, and with the texts that every page needs. */
export async function startI18n(texts: TextSet): Promise<void> {
  const kept = localStorage.getItem(KEPT)
  await i18next.use(initReactI18next).init({
    lng: isLanguage(kept) ? kept : 'ru',
    fallbackLng: 'ru',
    defaultNS: 'desk',
    resources: {},
    interpolation: { escapeValue: false },
  })
  await wantTexts([texts])
  document.documentElement.lang = languageNow()
}

/** Shows everything in another language, once the texts that are open are there in it. */
export async function changeLanguage(language: Language): Promise<void> {
  await loadWanted(language)
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

/** Named by itself: out of what `useTranslation` returns, the compiler gives up on so many texts. */
export type Translate = TFunction
