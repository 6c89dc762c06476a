import { inRussianLetters, oddLetters } from '../../letters/index.ts'
import { damageOf, undamaged } from '../cells/damaged.ts'
import { shown } from './shown.ts'

const withStop = (phrases: readonly string[]): string => {
  const text = phrases.join('; ')
  return text === '' ? '' : ` ${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/**
 * What nobody sees in a value that should be a Russian word of a list, as a sentence with a space before it; empty where
 * nothing is to be said. @param words of the list.
 */
export function whyWord(value: string, words: readonly string[] = []): string {
  if (damageOf(value)) return ` ${sayDamage(value)}`
  const russian = inRussianLetters(value.toUpperCase())
  const meant = words.find((word) => word.toUpperCase() === russian)
  const odd = oddLetters(value, meant ?? (/\p{Script=Cyrillic}/u.test(value) ? undefined : russian))
  return odd.length > 0 && (meant || odd.some((phrase) => !phrase.includes('вместо'))) ? withStop(odd) : ''
}

const remedy = 'Выгрузите файл заново в UTF-8.'
const sentences = {
  twice1251: 'UTF-8 прочитали как Windows-1251 и сохранили снова',
  twice1252: 'UTF-8 прочитали как Windows-1252 и сохранили снова',
  as1252: 'Windows-1251 прочитали как Windows-1252 и сохранили снова',
  questions: 'Буквы заменены вопросительными знаками: программа выгрузки не умеет писать по-русски',
  replaced: 'Часть букв потеряна и заменена знаком «\uFFFD»',
  sheetError: 'Это ошибка формулы или узкий столбец электронной таблицы, а не значение',
} as const

/** How a text was damaged, in Russian, with what it was where that can be had back. */
export function sayDamage(value: string): string {
  const damage = damageOf(value)
  if (!damage) return remedy
  if (damage === 'sheetError') return `${sentences.sheetError}. Исправьте таблицу и сохраните файл снова.`
  const before = undamaged(value)
  return `${sentences[damage]}${before ? ` (было «${shown(before)}»)` : ''}. ${remedy}`
}
