import type { Selectable } from 'kysely'
import type { Paper } from '../../platform/papers/index.ts'
import { certificatePaper } from './certificate-paper.ts'
import { conclusionPaper } from './conclusion-paper.ts'
import { certificatePage } from './document.ts'
import type { DocumentTables } from './tables.ts'

export type DocumentRow = Selectable<DocumentTables['certification_documents']>

/** The paper of a certificate or a conclusion; undefined for a notice, whose paper its case makes. */
export function documentPaper(row: DocumentRow, publicUrl: string): Paper | undefined {
  const { type, number, dated, data } = row
  if (data === null) return undefined
  const document = { number, dated, data, validFrom: row.valid_from, validTo: row.valid_to, madeAt: row.made_at }
  return type === 'certificate'
    ? certificatePaper(document, certificatePage(publicUrl, row.code))
    : conclusionPaper(document)
}
