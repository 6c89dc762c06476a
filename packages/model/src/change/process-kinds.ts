/** The kinds of process that have a map (003, п. 2.2; 001, глава 7). */
export const PROCESS_KINDS = {
  service: 'услуга',
  support: 'мера поддержки',
  control: 'контроль и надзор',
  function: 'функция',
  appeals: 'рассмотрение обращений',
  information: 'доступ к информации',
  internal: 'внутренние клиенты',
} as const
export type ProcessKind = keyof typeof PROCESS_KINDS

/** Where a statement comes from. */
export const SOURCES = {
  answer: 'ответ на опрос',
  review: 'отзыв при оценке',
  appeal: 'обращение',
  complaint: 'жалоба',
} as const
export type Source = keyof typeof SOURCES
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_SOURCES = Object.keys(SOURCES) as readonly Source[]

/** A review with such a rating is a negative item (003, п. 4.6). */
export const NEGATIVE_RATING = 2
