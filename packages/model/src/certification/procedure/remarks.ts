/** What remarks of a conclusion are about (Правила, пункт 24 ж). */
export const REMARK_KINDS = {
  navigation: 'Система навигации',
  search: 'Поиск по сайту',
  design: 'Дизайн сервиса',
  accessibility: 'Доступность для людей с ограниченными возможностями',
  regulation: 'Правовые акты и методические документы',
  other: 'Прочее',
} as const
export type RemarkKind = keyof typeof REMARK_KINDS
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_REMARK_KINDS = Object.keys(REMARK_KINDS) as readonly RemarkKind[]
