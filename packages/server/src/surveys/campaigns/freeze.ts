import type { ListEntry, Questionnaire, Text } from '@otklik/model/questionnaires'
import type { Db } from '../../platform/postgres/open.ts'
import type { ListEntries } from '../tables.ts'
import { type Owner, officesAsked, servicesAsked, type Subject } from './subjects.ts'

/**
 * Entries of the questionnaire's lists of the register, as they are now: the campaign's own where it has some. A list without
 * entries is left out: any text is taken for it then, as outside an installation.
 */
export async function frozenLists(
  db: Db,
  { lists = {}, languages }: Questionnaire,
  campaign: Owner & { readonly lists: ListEntries },
): Promise<ListEntries> {
  const frozen: Record<string, readonly ListEntry[]> = {}
  for (const [name, list] of Object.entries(lists)) {
    if (typeof list !== 'string') continue
    const own = campaign.lists[name] ?? []
    const entries = own.length > 0 ? own : (await ofRegister(db, list, campaign)).map(entryIn(languages))
    if (entries.length > 0) frozen[name] = entries
  }
  return frozen
}

/** What the register knows is Russian. */
const entryIn =
  (languages: readonly string[]) =>
  ({ id, name }: Subject): ListEntry => ({
    code: id,
    text: Object.fromEntries(languages.map((language) => [language, name])) satisfies Text,
  })

async function ofRegister(db: Db, list: string, campaign: Owner): Promise<Subject[]> {
  if (list === 'register:services') return servicesAsked(db, campaign)
  if (list === 'register:offices') return officesAsked(db, campaign)
  // The register has no municipalities of its own: campaigns bring theirs.
  return []
}
