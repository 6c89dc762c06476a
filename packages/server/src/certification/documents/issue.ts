import { categoryOf } from '@otklik/model/certification'
import { resultName } from '@otklik/model/certification/procedure'
import { PARTS, type ScoreResult, schemeOf } from '@otklik/model/certification/score'
import { dayOf } from '@otklik/model/days'
import { type Caller, displayName } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import type { Kept } from '../procedure/facts.ts'
import type { DescribedProcedure } from '../procedure/rows.ts'
import { type DocumentType, newCode, nextNumber } from './number.ts'
import type { DocumentData } from './tables.ts'

/**
 * Makes the papers that a level leads to (Правила, пункты 22–24), dated the day it was fixed, and tells the single list
 * (пункт 27).
 */
export async function issueDocuments(
  tx: Tx,
  kept: Kept & { readonly row: DescribedProcedure },
  score: ScoreResult,
  caller: Caller,
): Promise<void> {
  const data = dataOf(kept, score, caller)
  if (score.certificate) await add(tx, 'certificate', kept.row, data, caller.at)
  if (score.conclusion) await add(tx, 'conclusion', kept.row, data, caller.at)
  const { level, valid_from, valid_to } = score
  await tx
    .updateTable('certification_objects')
    .set((the) => ({ level: String(level), valid_from, valid_to, version: the('version', '+', 1) }))
    .where('id', '=', kept.row.object_id)
    .execute()
}

async function add(
  tx: Tx,
  type: DocumentType,
  { id, object_id }: DescribedProcedure,
  data: DocumentData,
  at: Date,
): Promise<void> {
  const dated = dayOf(at)
  const year = Number(dated.slice(0, 4))
  const { level, valid_from, valid_to, equal_repeats } = data.score
  const term = type === 'certificate' ? { valid_from, valid_to } : {}
  const named = { type, year, dated, code: newCode(), ...(await nextNumber(tx, type, year)) }
  await tx
    .insertInto('certification_documents')
    .values({
      procedure_id: id,
      object_id,
      ...named,
      ...term,
      level,
      equal_repeats,
      data: JSON.stringify(data),
      made_at: at,
    })
    .execute()
}

function dataOf(
  { row, sheets }: Kept & { readonly row: DescribedProcedure },
  score: ScoreResult,
  { who }: Caller,
): DocumentData {
  const { name, kind, authority, region, remarks } = row
  const results = schemeOf(kind).parts.map((part) => {
    const result = sheets.find((sheet) => sheet.part === part)?.result ?? null
    const points = score.parts[part] ?? 0
    // A part without points whose sheet has a result was lost by silence on a request.
    const text = result === null ? 'информация не представлена' : resultName(result)
    return { title: PARTS[part].title, result: text, points }
  })
  return { name, kind, category: categoryOf(kind), authority, region, score, results, remarks, by: displayName(who) }
}
