import type { ProcedureDocument } from '@otklik/model/certification/api'
import type { Db } from '../../platform/postgres/open.ts'
import { certificatePage } from '../documents/document.ts'

/** The papers of a procedure, with the hashes of the files that were sent. */
export async function procedureDocuments(db: Db, procedure: number, publicUrl: string): Promise<ProcedureDocument[]> {
  const rows = await db
    .selectFrom('certification_documents as d')
    .leftJoin('certification_papers as f', 'f.document_id', 'd.id')
    .select([
      'd.id',
      'd.type',
      'd.number',
      'd.code',
      'd.dated',
      'd.valid_from',
      'd.valid_to',
      'd.ended_on',
      'd.sent_at',
    ])
    .select(['f.format', 'f.sha256'])
    .where('d.procedure_id', '=', procedure)
    .orderBy('d.id')
    .orderBy('f.format')
    .execute()
  const found = new Map<number, ProcedureDocument>()
  for (const { id, type, number, code, dated, format, sha256, ...row } of rows) {
    const document = found.get(id) ?? {
      id,
      type,
      number,
      dated,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      endedOn: row.ended_on,
      sent: row.sent_at?.toISOString() ?? null,
      sha256: [],
      page: type === 'certificate' ? certificatePage(publicUrl, code) : null,
    }
    if (format !== null && sha256 !== null) document.sha256.push({ format, sha256 })
    found.set(id, document)
  }
  return [...found.values()]
}
