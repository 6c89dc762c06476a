import { createHash } from 'node:crypto'
import { type Paper, renderPaper } from '../../platform/papers/index.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { stepRefused } from '../problems.ts'
import { documentPaper } from './paper-of.ts'

/** The formats in which a paper goes out and is kept. */
export const KEPT_FORMATS = ['docx', 'pdf'] as const

/** Keeps the files of the procedure's certificate and conclusion as they go out (Правила, пункт 25). */
export async function keepPapers(
  tx: Tx,
  { procedure, publicUrl }: { readonly procedure: number; readonly publicUrl: string },
  at: Date,
): Promise<void> {
  const documents = await tx
    .selectFrom('certification_documents')
    .selectAll()
    .where('procedure_id', '=', procedure)
    .where('type', 'in', ['certificate', 'conclusion'])
    .execute()
  if (documents.length === 0) throw problem(stepRefused, 'Документы не составлены: направлять нечего.')
  for (const document of documents) {
    const paper = documentPaper(document, publicUrl)
    if (paper !== undefined) await keepFiles(tx, document.id, paper, at)
  }
  await tx
    .updateTable('certification_documents')
    .set({ sent_at: at })
    .where(
      'id',
      'in',
      documents.map(({ id }) => id),
    )
    .execute()
}

/** Draws a paper in both formats and keeps the bytes with their hash. */
export async function keepFiles(tx: Tx, document: number, paper: Paper, at: Date): Promise<void> {
  for (const format of KEPT_FORMATS) {
    const bytes = Buffer.from(await renderPaper(paper, format))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await tx
      .insertInto('certification_papers')
      .values({ document_id: document, format, sha256, bytes, made_at: at })
      .execute()
  }
}
