/** What is certified (Правила, пункт 1), with the name on screens and the category of пункт 7 в. */
export const OBJECT_KINDS = {
  service: { name: 'Услуга', category: 'услуга' },
  typical: { name: 'Типовая услуга', category: 'услуга' },
  service_tool: { name: 'Сервис', category: 'сервис' },
  appeals: { name: 'Сервис по рассмотрению обращений и запросов', category: 'сервис' },
  oversight: { name: 'Сервис государственного контроля (надзора)', category: 'сервис' },
  internal: { name: 'Сервис для внутреннего клиента', category: 'сервис' },
} as const
export type ObjectKind = keyof typeof OBJECT_KINDS
export type ObjectCategory = (typeof OBJECT_KINDS)[ObjectKind]['category']

// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_OBJECT_KINDS = Object.keys(OBJECT_KINDS) as readonly ObjectKind[]
export const OBJECT_CATEGORIES = ['услуга', 'сервис'] as const

export const categoryOf = (kind: ObjectKind): ObjectCategory => OBJECT_KINDS[kind].category

/** The kinds that make up a category. */
export const kindsOf = (category: ObjectCategory): ObjectKind[] =>
  ALL_OBJECT_KINDS.filter((kind) => categoryOf(kind) === category)

/** Whether the object stands in the list of typical services (пункты 7 б, 13 б). */
export const isTypical = (kind: ObjectKind): boolean => kind === 'typical'

/** What the self-check can show, the best first (пункты 9, 18). */
export const LETTERS = ['А+', 'А', 'Б+', 'Б', 'В', 'Г'] as const
export type Letter = (typeof LETTERS)[number]

/** Those that let an object into the list of the year (пункт 9). */
export const ADMITTING_LETTERS: readonly Letter[] = ['А+', 'А', 'Б+', 'Б']
