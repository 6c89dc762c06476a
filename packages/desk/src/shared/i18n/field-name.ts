import type ru from './fields/ru.json'
import { useNames } from './names.ts'
import type { TextsOf, TextSet } from './texts.ts'

declare module './texts.ts' {
  interface DeskTexts extends TextsOf<typeof ru>, Pick<typeof ru, 'fields'> {}
}

/** Names of the fields of records and packages. */
export const fieldTexts: TextSet = { ru: () => import('./fields/ru.json'), en: () => import('./fields/en.json') }

/** A column of a package or a field of a record under the name the instruction gives it. */
export const useFieldName = () => useNames('fields')
