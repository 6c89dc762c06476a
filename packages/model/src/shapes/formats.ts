import { isDay } from '../days/index.ts'
import { isMonth } from '../months/index.ts'
import Format from 'typebox/format'

/** The formats that texts of the contract have: which text fits, and what to say of one that does not. */
const formats = {
  date: { fits: isDay, sentence: 'Нужен день, который есть в календаре, вида ГГГГ-ММ-ДД, с 2000 по 2099 год.' },
  month: { fits: isMonth, sentence: 'Нужен месяц вида ГГГГ-ММ, с 2000 по 2099 год.' },
}

/** Makes them known to the library: to be called before a schema is compiled. */
export function knowFormats(): void {
  for (const [name, { fits }] of Object.entries(formats)) Format.Set(name, fits)
}

export const formatSentence = (name: string): string | undefined =>
  Object.entries(formats).find(([known]) => known === name)?.[1].sentence
