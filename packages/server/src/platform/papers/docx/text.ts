import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx'
import { forXml } from '../../text.ts'
import type { Text } from '../blocks.ts'

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }

/** Runs of Word; a line break in a text is one in Word. */
export function runs(text: Text, look: Look = {}): TextRun[] {
  return (typeof text === 'string' ? [text] : text).flatMap((piece) => {
    const { text: words, bold, italic } = typeof piece === 'string' ? { text: piece } : piece
    const marked = { ...look, ...(bold && { bold }), ...(italic && { italics: true }) }
    return forXml(words)
      .split(/\r\n?|\n/)
      .map((line, at) => new TextRun({ text: line, ...marked, ...(at > 0 && { break: 1 }) }))
  })
}

export const paragraph = (text: Text, options: Omit<IParagraphOptions, 'children'> = {}, look?: Look): Paragraph =>
  new Paragraph({ ...options, children: runs(text, look) })

export const ALIGN = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const
