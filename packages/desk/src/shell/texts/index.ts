import type { TextsOf, TextSet } from '../../shared/i18n/texts.ts'
import type ru from './ru.json'

declare module '../../shared/i18n/texts.ts' {
  interface DeskTexts extends TextsOf<typeof ru> {}
}

/** What the frame and the parts shared by all screens say; there before anything is drawn. */
export const shellTexts: TextSet = { ru: () => import('./ru.json'), en: () => import('./en.json') }
