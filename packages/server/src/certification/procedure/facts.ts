import { createHash } from 'node:crypto'
import { dayOf } from '@otklik/model/days'
import type { ObjectAbout } from '@otklik/model/certification/procedure'
import { type Part, schemeOf } from '@otklik/model/certification/score'
import { type Actor, canonicalJson, nameOf } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { type ProcedureRow, type RequestRow, requestsOf, type SheetRow, sheetsOf } from './rows.ts'

/** Everything kept about a procedure. */
export interface Kept {
  readonly row: Pick<ProcedureRow, 'kind' | 'submitted_who' | 'submitted_hash'>
  readonly sheets: readonly SheetRow[]
  readonly requests: readonly RequestRow[]
}
export const keptOf = async <Row extends ProcedureRow>(db: Db, row: Row): Promise<Kept & { readonly row: Row }> => ({
  row,
  sheets: await sheetsOf(db, row.id),
  requests: await requestsOf(db, row.id),
})

/** What is given with a step: a reason, the day of a request, to whom papers go. */
export interface Given {
  readonly reason?: string
  readonly requestDue?: string
  readonly addressees?: boolean
}

/** What the guards of the procedure look at. */
export function aboutOf(kept: Kept, who: Actor, at: Date, given: Given = {}): ObjectAbout {
  const { row, sheets, requests } = kept
  const today = dayOf(at)
  return {
    today,
    // A procedure is begun on an approved list, which stays as it was approved.
    listApproved: true,
    unsigned: unsignedOf(kept, today),
    openRequests: requests.filter(({ answer }) => answer === null).map(({ due }) => ({ due })),
    requestDue: given.requestDue ?? null,
    mine: row.submitted_who === nameOf(who),
    sheetsChanged:
      row.submitted_hash !== null && row.submitted_hash !== sheetsHash(sheets, lapsedParts(requests, today)),
    // They are made when the level is fixed.
    papersMissing: [],
    addressees: given.addressees ?? false,
    reason: given.reason ?? '',
  }
}

/** Parts whose requests were not answered until their day (Правила, пункт 21). */
export const lapsedParts = (requests: readonly RequestRow[], today: string): Part[] => [
  ...new Set(requests.filter((request) => hasLapsed(request, today)).map(({ part }) => part)),
]
export const hasLapsed = ({ answer, due }: Pick<RequestRow, 'answer' | 'due'>, today: string): boolean =>
  answer === null && due < today

/** Parts of the kind that nobody has signed; silence on a request has settled a part. */
function unsignedOf({ row, sheets, requests }: Kept, today: string): Part[] {
  const settled = new Set([
    ...sheets.filter(({ state }) => state === 'signed').map(({ part }) => part),
    ...lapsedParts(requests, today),
  ])
  return schemeOf(row.kind).parts.filter((part) => !settled.has(part))
}

/** What is reviewed: two hashes differ where a sheet or what silence does has changed between. */
export function sheetsHash(sheets: readonly SheetRow[], lapsed: readonly Part[]): string {
  const signed = sheets
    .map(({ part, state, version, result }) => ({ part, state, version, result }))
    .toSorted((a, b) => (a.part < b.part ? -1 : 1))
  return createHash('sha256')
    .update(canonicalJson({ signed, lapsed: lapsed.toSorted() }))
    .digest('hex')
}
