import { dayOf } from '@otklik/model/days'
import { scoreInputOf } from '@otklik/model/certification/procedure'
import { type ScoreRefusal, type ScoreResult, schemeOf, score } from '@otklik/model/certification/score'
import { type Kept, lapsedParts } from './facts.ts'
import type { ProcedureRow } from './rows.ts'

type Leveled = Kept & { readonly row: Pick<ProcedureRow, 'mass' | 'previous'> }

/** The level as it would be fixed on the day; null while a part has neither a result nor been lost by silence. */
export function levelOf({ row, sheets, requests }: Leveled, at: Date): ScoreResult | ScoreRefusal | null {
  const issued = dayOf(at)
  const results = Object.fromEntries(sheets.map(({ part, result }) => [part, result]))
  const notSupplied = lapsedParts(requests, issued)
  const known = (part: string) => (results[part] ?? null) !== null || notSupplied.some((one) => one === part)
  if (!schemeOf(row.kind).parts.every(known)) return null
  const { kind, mass, previous } = row
  return score(scoreInputOf({ kind, mass, results, notSupplied, issued, previous: previous ?? undefined }))
}
