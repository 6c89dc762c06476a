import type { Paragraph } from 'docx'
import type { Head } from '../paper.ts'
import { titleOf } from './blocks.ts'
import { ALIGN, paragraph } from './text.ts'
import { twips } from './units.ts'

/** The head of the paper; on a page of its own it is set lower, and the page ends with its last line. */
export function headParagraphs(
  { organisation, approval = [], title, lines = [], page }: Head,
  width: number,
): Paragraph[] {
  const aside = { indent: { left: twips(width * 0.55) }, alignment: ALIGN.left, spacing: { after: 40 } }
  return [
    ...(organisation === undefined ? [] : [paragraph(organisation, { alignment: ALIGN.centre }, { bold: true })]),
    ...approval.map((line) => paragraph(line, aside)),
    ...(page === undefined ? [] : [paragraph('', { spacing: { before: twips(60) } })]),
    titleOf(title),
    ...lines.map((line, at) =>
      paragraph(line, { alignment: ALIGN.centre, spacing: { after: at === lines.length - 1 ? 240 : 60 } }),
    ),
    ...(page === undefined ? [] : [paragraph(page, { alignment: ALIGN.centre, spacing: { before: twips(90) } })]),
  ]
}
