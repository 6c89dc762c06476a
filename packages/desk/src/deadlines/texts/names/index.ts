import type { TextsOf, TextSet } from '../../../shared/i18n/texts.ts'
import type ru from './ru.json'

declare module '../../../shared/i18n/texts.ts' {
  interface DeskTexts extends TextsOf<typeof ru> {}
}

/** What rights, audit events and calls of this context are called. */
export const deadlinesNames: TextSet = { ru: () => import('./ru.json'), en: () => import('./en.json') }
