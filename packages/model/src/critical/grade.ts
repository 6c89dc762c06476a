/**
 * How far an alarm can be trusted, the best founded first: methods of comparable figures, graded because the literal rule
 * fires by chance.
 */
export const GRADES = ['confirmed', 'likely', 'maybe_chance', 'little_data'] as const
export type Grade = (typeof GRADES)[number]

export const gradeNames: Readonly<Record<Grade, string>> = {
  confirmed: 'подтверждён',
  likely: 'вероятен',
  maybe_chance: 'может быть случайным',
  little_data: 'данных мало',
}

/** Why the data don't suffice to judge, and the words for it. */
export const littleDataReasons = {
  few_requests: 'в месяце ряда меньше 50 запросов',
  few_expected: 'ожидаемое число случаев в месяце ряда меньше 5',
  short_history:
    'до последних четырёх месяцев меньше 12 месяцев со значением, поэтому нельзя сравнить с обычными колебаниями услуги',
  over_whole: 'ошибок больше, чем поданных запросов, поэтому проверки долей неприменимы',
  few_ratings: 'в месяце меньше 30 оценок',
  no_spread: 'все оценки равны: недостаточно разброса',
} as const
export type LittleDataReason = keyof typeof littleDataReasons

/** What could not be checked although the data suffice to judge, and why. */
export const uncheckedNotes = {
  no_variation: 'обычные колебания услуги (прежние месяцы не различаются)',
  no_last_year: 'сезон (за те же месяцы год назад нет значений, с которыми можно сравнить)',
} as const
export type UncheckedNote = keyof typeof uncheckedNotes

/** A message for the interface's catalogue (`key`, `values`) and the same ready in Russian. */
export type Sentence = {
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  readonly text: string
}

/** A piece of evidence as screens list it. */
export type EvidenceLine = { readonly name: string; readonly value: string; readonly explanation: string }
