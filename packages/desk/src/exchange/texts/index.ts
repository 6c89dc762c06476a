import type { TextsOf, TextSet } from '../../shared/i18n/texts.ts'
import type ru from './ru.json'

declare module '../../shared/i18n/texts.ts' {
  interface DeskTexts extends TextsOf<typeof ru>, Pick<typeof ru, 'codes' | 'findings'> {}
}

/** What the screens of this context say. */
export const exchangeTexts: TextSet = { ru: () => import('./ru.json'), en: () => import('./en.json') }
