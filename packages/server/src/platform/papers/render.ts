import { problem } from '../problems/index.ts'
import type { Paper, PaperFormat, RenderOptions } from './paper.ts'
import { papersBusy, paperTooLong } from './problems.ts'
import { PressBusy, printed } from './thread/press.ts'

/** Rows of tables that a paper to be read may have: some thousand pages, for which a thread takes 1.5 GB. */
export const MOST_ROWS = 10_000

/**
 * A paper as a file: DOCX, PDF/A-2a (PDF/UA-1 with `access`) or XLSX. Equal papers give equal bytes. It is made in a thread of its own, one paper
 * after another. Throws the problems `paper_too_long` and `papers_busy`.
 */
export async function renderPaper(paper: Paper, format: PaperFormat, options?: RenderOptions): Promise<Uint8Array> {
  const rows = rowsOf(paper)
  if (format !== 'xlsx' && rows > MOST_ROWS) throw problem(paperTooLong, rows, MOST_ROWS)
  try {
    return await printed({ paper, format, ...(options && { options }) })
  } catch (error) {
    throw error instanceof PressBusy ? problem(papersBusy) : error
  }
}

const rowsOf = ({ blocks }: Paper): number =>
  blocks.reduce((rows, block) => rows + (block.kind === 'table' ? block.rows.length : 0), 0)
