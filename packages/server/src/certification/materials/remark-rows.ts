import { hasRight, type Principal, reachOf } from '@otklik/model/access'
import type { ListRemark, RemarkBody } from '@otklik/model/certification/api'
import { deadlinesOf, type ListState } from '@otklik/model/certification'
import { LIST_REMARK, type ListRemarkAbout } from '@otklik/model/certification/list-remarks'
import { dayOf } from '@otklik/model/days'
import { type Selectable, sql } from 'kysely'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { act } from '../act.ts'
import { yearEntries } from './entries.ts'
import type { MaterialTables } from './tables.ts'

export type RemarkRow = Selectable<MaterialTables['certification_remarks']> & {
  readonly name: string
  readonly authority: string | null
  readonly object_id: number
  readonly list_id: number
  readonly year: number
  readonly list_state: ListState
}
type FileRow = Selectable<MaterialTables['certification_remark_files']>

/** Remarks (`r`) within reach. What is being written is seen by those who write. */
export const remarksFor = (db: Db, who: Principal) =>
  yearEntries(db, reachOf(who))
    .innerJoin('certification_remarks as r', 'r.entry_id', 'e.id')
    .selectAll('r')
    .select(['e.name', 'e.authority', 'e.object_id', 'e.list_id', 'l.state as list_state'])
    .select(sql<number>`l.year`.as('year'))
    .$if(!hasRight(who, 'lists.remark'), (query) => query.where('r.state', '!=', 'draft'))

/** The last day on which remarks on the list of a year are in time (пункт 10). */
export const remarksUntil = (year: number): string =>
  deadlinesOf(year).find(({ code }) => code === 'remarks_sent')?.day ?? ''

async function withFiles(db: Db, rows: readonly RemarkRow[]): Promise<Map<number, FileRow[]>> {
  const ids = rows.map(({ id }) => id)
  const files = await db
    .selectFrom('certification_remark_files')
    .selectAll()
    .where(sql<boolean>`remark_id = ANY(${ids}::integer[])`)
    .orderBy('id')
    .execute()
  return Map.groupBy(files, ({ remark_id }) => remark_id)
}

export async function remarksOf(
  { db, cipher }: { readonly db: Db; readonly cipher: Cipher },
  rows: readonly RemarkRow[],
  who: Principal,
): Promise<ListRemark[]> {
  const files = await withFiles(db, rows)
  return rows.map((row) => remarkOf(row, files.get(row.id) ?? [], cipher, who))
}

function remarkOf(row: RemarkRow, files: readonly FileRow[], cipher: Cipher, who: Principal): ListRemark {
  const { id, version, entry_id: entry, object_id: object, name, authority, state, asks, text, materials, year } = row
  const decided = act(row.decided_by, row.decided_at)
  return {
    id,
    version,
    entry,
    object,
    name,
    authority,
    state,
    asks,
    text,
    materials: { ...materials },
    contacts: contactsFor(row, cipher, who),
    files: filesFor(files, who).map(({ id: file, kind, name: called, size, personal, by, at }) => ({
      id: file,
      kind,
      name: called,
      size: Number(size),
      personal,
      added: { by, at: at.toISOString() },
    })),
    begun: { by: row.begun_by, at: row.begun_at.toISOString() },
    sent: act(row.sent_by, row.sent_at),
    late: row.sent_at !== null && dayOf(row.sent_at) > remarksUntil(year),
    decided: decided && { ...decided, reason: row.decided_reason ?? '' },
    allowed: allowedOf(row, who),
  }
}

/** What tells of persons, contacts and files, is for those who send and those who decide. */
const seesPersons = (who: Principal): boolean => hasRight(who, 'lists.remark') || hasRight(who, 'lists.prepare')

/** Those of the files that a reader may have. */
const filesFor = (files: readonly FileRow[], who: Principal): FileRow[] =>
  files.filter(({ personal }) => !personal || seesPersons(who))

const NOBODY = { authority: null, digital: null } as const
function contactsFor({ contacts_sealed: sealed }: RemarkRow, cipher: Cipher, who: Principal): RemarkBody['contacts'] {
  if (sealed === null || !seesPersons(who)) return { ...NOBODY }
  return contactsOf(sealed, cipher)
}

/** Sealed by `sealedContacts`: the shape is its own. */
export const contactsOf = (sealed: string, cipher: Cipher): RemarkBody['contacts'] =>
  JSON.parse(cipher.open(sealed)) as RemarkBody['contacts']

export const sealedContacts = (contacts: RemarkBody['contacts'], cipher: Cipher): string | null =>
  contacts.authority === null && contacts.digital === null ? null : cipher.seal(JSON.stringify(contacts))

export const aboutRemark = (row: RemarkRow, reason = ''): ListRemarkAbout => ({
  published: row.list_state === 'published',
  content: row.text !== '' || row.contacts_sealed !== null || Object.values(row.materials).some((one) => one !== null),
  reason,
})

const RIGHTS_HERE = ['lists.remark', 'lists.prepare'] as const

function allowedOf(row: RemarkRow, who: Principal): ListRemark['allowed'] {
  const events = LIST_REMARK.table.eventsFor(
    row.state,
    aboutRemark(row, 'причина'),
    RIGHTS_HERE.filter((right) => hasRight(who, right)),
  )
  const decides = reachOf(who).everything
  return events.flatMap((event) =>
    event === 'begin' || (!decides && (event === 'accept' || event === 'decline')) ? [] : [event],
  )
}
