import type { FastifyReply } from 'fastify'
import { asDownload } from '../http/index.ts'
import type { Paper, PaperFormat } from './paper.ts'
import { renderPaper } from './render.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const TYPES: Readonly<Record<PaperFormat, string>> = {
  docx: `${OFFICE}.wordprocessingml.document`,
  pdf: 'application/pdf',
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
}

/**
 * Answers with a paper to keep; `return sendPaper(…)` from a handler. The route takes `format`, so that the audit has an
 * export before the file leaves, as of every other file.
 */
export async function sendPaper(reply: FastifyReply, paper: Paper, format: PaperFormat): Promise<FastifyReply> {
  const bytes = await renderPaper(paper, format)
  return asDownload(reply, `${paper.name}.${format}`, TYPES[format]).send(Buffer.from(bytes))
}
