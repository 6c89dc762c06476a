import type { TextsOf, TextSet } from '../../shared/i18n/texts.ts'
import type ru from './ru.json'

declare module '../../shared/i18n/texts.ts' {
  interface DeskTexts extends TextsOf<typeof ru> {}
}

/** What the screens of this context say. */
export const deadlinesTexts: TextSet = { ru: () => import('./ru.json'), en: () => import('./en.json') }
