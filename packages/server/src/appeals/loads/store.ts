import { type Layout, readBeside, type RowRules } from '@otklik/model/appeals'
import { bySystem } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { storable } from '../../platform/text.ts'
import type { AppealsDeps } from '../deps.ts'
import { contactKey, tidyContact } from '../register/person.ts'
import { type BulkAppeal, insertAppeals } from './insert.ts'
import { externalKey, knownNumbers } from './judge.ts'
import type { GoodRow, LoadRow } from './run.ts'

interface Batch {
  readonly load: LoadRow
  readonly rules: RowRules
  readonly layout: Layout
  readonly batch: readonly GoodRow[]
  /** How many rows of the file are through with this batch. */
  readonly through: number
}

/** Stores what is new of a batch, and how far the load has come, in one transaction. @returns how many were there before. */
export async function storeBatch(deps: AppealsDeps, { load, batch, through, ...reading }: Batch): Promise<number> {
  const mask = await deps.masker()
  const masked = batch.map((row) => {
    const beside = readBeside(row.cells, reading.layout, reading.rules.mapping)
    const text = storable(beside.text).trim()
    return { ...row, beside: { ...beside, text }, masked: text === '' ? '' : mask(text).masked }
  })
  return deps.db.transaction().execute(async (tx) => {
    const numbers = batch.map(({ appeal }) => appeal.number)
    const there = await knownNumbers(tx, load.authority_id, numbers)
    const keyOf = ({ appeal }: GoodRow): string => externalKey(appeal.source, appeal.number)
    const fresh = masked.filter((row) => !there.has(keyOf(row)))
    await insertAppeals(
      tx,
      fresh.map((row) => bulkOf(deps, load, row)),
      { ...bySystem(), at: load.at },
    )
    await noteThrough(tx, load.id, through)
    // What this very load has stored before a crash is its own.
    return batch.filter((row) => there.has(keyOf(row)) && there.get(keyOf(row)) !== load.id).length
  })
}

type Masked = GoodRow & { readonly masked: string; readonly beside: ReturnType<typeof readBeside> }

function bulkOf({ cipher }: AppealsDeps, load: LoadRow, { appeal, masked, beside }: Masked): BulkAppeal {
  const { authority: _, ...known } = appeal
  const contact = tidyContact(beside.contact)
  return {
    appeal: known,
    authority: load.authority_id,
    masked,
    more: {
      load_id: load.id,
      office: beside.office,
      request_id: beside.request_id,
      original_sealed: beside.text === '' ? null : cipher.seal(beside.text),
      contact_sealed: contact && cipher.seal(JSON.stringify(contact)),
      contact_key: contactKey(cipher, contact),
    },
  }
}

async function noteThrough(tx: Tx, id: number, through: number): Promise<void> {
  await tx.updateTable('appeals_loads').set({ through }).where('id', '=', id).execute()
}
