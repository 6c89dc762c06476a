/** Everything one may be allowed to do, with its Russian name for the rights page and refusals. */
export const RIGHTS = {
  'packages.read': 'смотреть пакеты и квитанции',
  'packages.send': 'передавать пакеты',
  'progress.read': 'смотреть показатели и запросы',
  'alarms.acknowledge': 'принимать критические значения к сведению',
  'register.read': 'смотреть реестр',
  'register.edit': 'изменять реестр',
  'suppliers.manage': 'вести поставщиков и их ключи',
  'audit.read': 'смотреть журнал действий',
} as const

export type Right = keyof typeof RIGHTS

// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_RIGHTS = Object.keys(RIGHTS) as readonly Right[]

export interface RoleEntry {
  readonly name: string
  readonly rights: readonly Right[]
}

/** Role → rights. A role that is not in the table gives nothing. */
export const ROLES: Readonly<Record<string, RoleEntry>> = {
  administrator: { name: 'Администратор', rights: ALL_RIGHTS },
}

/** What a supplier's token may do, always within its own supplier only. */
export const SUPPLIER_RIGHTS: readonly Right[] = ['packages.read', 'packages.send']

/** The rights of all the given roles together, in the order of the table, each once. */
export function rightsOf(roles: readonly string[]): Right[] {
  const given = new Set(roles.flatMap((role) => (Object.hasOwn(ROLES, role) ? (ROLES[role]?.rights ?? []) : [])))
  return ALL_RIGHTS.filter((right) => given.has(right))
}
