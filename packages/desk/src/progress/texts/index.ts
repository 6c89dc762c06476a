import type { TextsOf, TextSet } from '../../shared/i18n/texts.ts'
import type ru from './ru.json'

type Group = 'leader' | 'firstSteps'

declare module '../../shared/i18n/texts.ts' {
  // Groups of plain words are looked up by name: the compiler gives up on a union of still more keys.
  interface DeskTexts extends TextsOf<Omit<typeof ru, Group>>, Pick<typeof ru, Group> {}
}

/** What the screens of this context say. */
export const progressTexts: TextSet = { ru: () => import('./ru.json'), en: () => import('./en.json') }
