/** Everything one may be allowed to do, with its Russian name for the rights page and refusals. */
export const RIGHTS = {
  'progress.read': 'смотреть показатели',
  'requests.read': 'смотреть отдельные запросы (первичные данные)',
  'respondents.read': 'смотреть число респондентов по органам',
  'alarms.acknowledge': 'принимать критические значения к сведению',
  'packages.read': 'смотреть пакеты и квитанции',
  'packages.send': 'передавать пакеты',
  'register.read': 'смотреть реестр',
  'register.edit': 'изменять реестр',
  'lists.read': 'смотреть перечни объектов сертификации',
  'lists.prepare': 'готовить перечни',
  'lists.approve': 'утверждать перечни',
  'suppliers.read': 'смотреть поставщиков и ключи',
  'suppliers.manage': 'вести поставщиков и ключи',
  'people.read': 'смотреть людей и организации',
  'people.manage': 'вести людей и организации',
  'audit.read': 'смотреть журнал действий',
} as const

export type Right = keyof typeof RIGHTS

// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_RIGHTS = Object.keys(RIGHTS) as readonly Right[]

/** What only shows and changes nothing. */
export const READING_RIGHTS = ALL_RIGHTS.filter((right) => right.endsWith('.read'))

/** What a token of a machine can be given at most: people's affairs stay with people. */
export const MACHINE_RIGHTS: readonly Right[] = [
  'progress.read',
  'requests.read',
  'packages.read',
  'packages.send',
  'register.read',
]

export const isRight = (word: string): word is Right => Object.hasOwn(RIGHTS, word)
