import { roleEntry } from '@otklik/model/access'

/** The name of a role in the table of roles; the word itself for a role that the table knows no longer. */
export const roleName = (role: string): string => roleEntry(role)?.name ?? role
