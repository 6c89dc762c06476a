import { type AuditEventName, type Principal, reachOf } from '@otklik/model/access'
import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { ListRemark, listRemarks as listRoute, RemarkBody } from '@otklik/model/certification/api'
import { factsAfter, LIST_REMARK, type ListRemarkAbout } from '@otklik/model/certification/list-remarks'
import { refusalMessage, step } from '@otklik/model/processes'
import type { Updateable } from 'kysely'
import type { FileStore } from '../../files/index.ts'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { storable, tidy } from '../../platform/text.ts'
import { takeStep } from '../../platform/transition.ts'
import { editionOf } from '../lists/edition.ts'
import { changeEntries } from '../lists/save-entries.ts'
import { materialChanged, stepRefused } from '../problems.ts'
import { requireEverything } from '../reach.ts'
import { yearEntry } from './entries.ts'
import {
  aboutRemark,
  contactsOf,
  type RemarkRow,
  remarksFor,
  remarksOf,
  remarksUntil,
  sealedContacts,
} from './remark-rows.ts'
import type { MaterialTables } from './tables.ts'

type Change = Updateable<MaterialTables['certification_remarks']>

/** The remarks on the draft of a year within reach: those that wait first. */
export async function listRemarks(
  store: FileStore,
  id: number,
  { state }: QueryOf<typeof listRoute>,
  who: Principal,
): Promise<AnswerOf<typeof listRoute>> {
  const { year } = await editionOf(store.db, id, who)
  const rows = await remarksFor(store.db, who)
    .where('e.list_id', '=', id)
    .$if(state !== undefined, (query) => query.where('r.state', '=', state ?? 'sent'))
    .orderBy(({ eb }) => eb('r.state', '=', 'sent'), 'desc')
    .orderBy('r.sent_at')
    .orderBy('r.id')
    .execute()
  return { total: rows.length, until: remarksUntil(year ?? 0), rows: await remarksOf(store, rows, who) }
}

export const remarkWith = async (store: FileStore, id: number, who: Principal): Promise<ListRemark> => {
  const rows = await remarksFor(store.db, who).where('r.id', '=', id).execute()
  const [found] = await remarksOf(store, rows, who)
  if (found === undefined) throw problem(problems.notFound)
  return found
}

/** Why no remark can be begun on a list; null: it can. */
export function remarkRefused(published: boolean): string | null {
  const outcome = step(LIST_REMARK, 'begin', null, { published, content: true, reason: '' })
  return 'to' in outcome ? null : outcome.message
}

export const addListRemark = (
  { db, cipher }: FileStore,
  entryId: number,
  body: RemarkBody,
  caller: Caller<Principal>,
): Promise<ListRemark> =>
  db.transaction().execute(async (tx) => {
    const entry = await yearEntry(tx, entryId, caller.who)
    const refused = remarkRefused(entry.list_state === 'published')
    if (refused !== null) throw problem(stepRefused, refused)
    const given = checkedRemark(body)
    const { id } = await tx
      .insertInto('certification_remarks')
      .values({
        entry_id: entryId,
        state: 'draft',
        ...columnsOf(given, cipher),
        begun_at: caller.at,
        begun_by: displayName(caller.who),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { who, from, at } = caller
    const after = { object: entry.name, ...withoutContacts(given) }
    await recordAudit(tx, { who, what: 'list_remark.begun', subject: subjectOf(id), after, from, at })
    return remarkWith({ db: tx, cipher }, id, who)
  })

export function saveListRemark(
  store: FileStore,
  id: number,
  { version, ...body }: RemarkBody & { readonly version: number },
  caller: Caller<Principal>,
): Promise<ListRemark> {
  const given = checkedRemark(body)
  const change = { ...columnsOf(given, store.cipher), version: version + 1 }
  const also = async (_: Tx, row: RemarkRow): Promise<void> => {
    if (row.version !== version) throw problem(materialChanged)
  }
  return move(
    store,
    id,
    { event: 'edit', what: 'list_remark.saved', change, after: withoutContacts(given), also },
    caller,
  )
}

const columnsOf = ({ asks, text, materials, contacts }: RemarkBody, cipher: FileStore['cipher']) => ({
  asks,
  text,
  materials: JSON.stringify(materials),
  contacts_sealed: sealedContacts(contacts, cipher),
})

/** What the audit tells: contacts of persons are kept sealed and nowhere else. */
const withoutContacts = ({ contacts: _, ...rest }: RemarkBody) => rest

export const sendListRemark = (store: FileStore, id: number, caller: Caller<Principal>): Promise<ListRemark> =>
  move(
    store,
    id,
    { event: 'send', what: 'list_remark.sent', change: { sent_at: caller.at, sent_by: displayName(caller.who) } },
    caller,
  )

export const takeBackListRemark = (store: FileStore, id: number, caller: Caller<Principal>): Promise<ListRemark> =>
  move(
    store,
    id,
    { event: 'take_back', what: 'list_remark.taken_back', change: { sent_at: null, sent_by: null } },
    caller,
  )

/** What is known of the object changes as the remark has it, in the same transaction. */
export function acceptListRemark(store: FileStore, id: number, caller: Caller<Principal>): Promise<ListRemark> {
  requireEverything(reachOf(caller.who))
  const also = async (tx: Tx, row: RemarkRow): Promise<void> => {
    const { facts, version, list_id } = await yearEntry(tx, row.entry_id, caller.who)
    if (facts === null) return
    const contacts = row.contacts_sealed === null ? NO_CONTACTS : contactsOf(row.contacts_sealed, store.cipher)
    const changed = { id: row.entry_id, version, ...factsAfter(facts, row.materials, contacts) }
    await changeEntries(tx, list_id, [changed], caller)
  }
  return move(store, id, { event: 'accept', what: 'list_remark.accepted', change: decision(caller, ''), also }, caller)
}
const NO_CONTACTS = { authority: null, digital: null } as const

export function declineListRemark(
  store: FileStore,
  id: number,
  given: string,
  caller: Caller<Principal>,
): Promise<ListRemark> {
  requireEverything(reachOf(caller.who))
  const reason = storable(given).trim()
  const change = decision(caller, reason)
  return move(store, id, { event: 'decline', what: 'list_remark.declined', change, after: { reason }, reason }, caller)
}

const decision = ({ who, at }: Caller<Principal>, reason: string): Change => ({
  decided_at: at,
  decided_by: displayName(who),
  decided_reason: reason,
})

interface RemarkStep {
  readonly event: keyof (typeof LIST_REMARK)['events']
  readonly what: AuditEventName
  readonly change: Change
  readonly after?: object
  readonly reason?: string
  readonly also?: (tx: Tx, row: RemarkRow) => Promise<void>
}

/** Takes a remark one step on. */
export const move = (
  { db, cipher }: FileStore,
  id: number,
  { event, what, change, after = {}, reason = '', also }: RemarkStep,
  caller: Caller<Principal>,
): Promise<ListRemark> =>
  db.transaction().execute(async (tx) => {
    const taken = { event, what, change, after: () => after, ...(also && { also }) }
    await takeStep<Remarks>(tx, lifecycle(reason, caller.who), id, taken, caller)
    return remarkWith({ db: tx, cipher }, id, caller.who)
  })

interface Remarks {
  id: number
  row: RemarkRow
  state: RemarkRow['state']
  event: RemarkStep['event']
  guard: keyof (typeof LIST_REMARK)['guards']
  facts: ListRemarkAbout
  change: Change
}

const lifecycle = (reason: string, who: Principal) => ({
  tableOf: () => LIST_REMARK.table,
  hold: (tx: Tx, id: number) => lockRemark(tx, id, who),
  factsOf: async (_: Tx, row: RemarkRow) => aboutRemark(row, reason),
  refusal: (row: RemarkRow, event: Remarks['event'], refused: 'state' | Remarks['guard'], about: ListRemarkAbout) =>
    problem(stepRefused, refusalMessage(LIST_REMARK, event, row.state, { refused, about })),
  save: async (tx: Tx, { id }: RemarkRow, change: Change) => {
    await tx.updateTable('certification_remarks').set(change).where('id', '=', id).execute()
  },
  subject: ({ id }: RemarkRow) => subjectOf(id),
})

async function lockRemark(tx: Tx, id: number, who: Principal): Promise<RemarkRow> {
  const row = await remarksFor(tx, who).where('r.id', '=', id).forUpdate('r').executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}

export const subjectOf = (id: number): string => `list_remark:${id}`

/** A remark as typed in the desk, made fit to be kept. */
function checkedRemark({ asks, text, materials, contacts }: RemarkBody): RemarkBody {
  const { level, monitoring, form, act, mass } = materials
  if (form !== null && !/^https?:\/\/\S+$/.test(form.address.trim()))
    throw badField('materials.form.address', 'Напишите адрес целиком, с https:// в начале.')
  return {
    asks,
    text: storable(text).trim(),
    materials: {
      level,
      monitoring: monitoring && { by: monitoring.by, reference: tidy(monitoring.reference) },
      form: form && { address: form.address.trim() },
      act: act && { details: tidy(act.details) },
      mass: mass && { list: mass.list, item: tidy(mass.item) },
    },
    contacts: { authority: checkedContact(contacts.authority), digital: checkedContact(contacts.digital) },
  }
}

function checkedContact(contact: RemarkBody['contacts']['authority']): RemarkBody['contacts']['authority'] {
  if (contact === null) return null
  const given = { name: tidy(contact.name), phone: tidy(contact.phone), email: tidy(contact.email) }
  if (given.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given.email))
    throw badField('contacts', `«${given.email}» – не адрес электронной почты. Пример: otdel@example.ru.`)
  return Object.values(given).every((one) => one === '') ? null : given
}
