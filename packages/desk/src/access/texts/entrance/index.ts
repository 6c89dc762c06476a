import type { TextsOf, TextSet } from '../../../shared/i18n/texts.ts'
import type ru from './ru.json'

declare module '../../../shared/i18n/texts.ts' {
  interface DeskTexts extends TextsOf<typeof ru> {}
}

/** What the pages in front of the desk say: those who open them have nothing else yet. */
export const entranceTexts: TextSet = { ru: () => import('./ru.json'), en: () => import('./en.json') }
