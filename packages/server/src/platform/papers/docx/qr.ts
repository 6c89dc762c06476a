import { ImageRun, Paragraph, type Table } from 'docx'
import { forXml } from '../../text.ts'
import type { Qr } from '../blocks.ts'
import { qrPng } from '../qr-png.ts'
import { layoutTable } from './table.ts'
import { ALIGN, paragraph } from './text.ts'
import { pixels } from './units.ts'

const SIDE = 30

/** The code as a picture with its text for those who don't see it. */
export const qrRun = (holds: string, millimetres: number, id: number): ImageRun =>
  new ImageRun({
    type: 'png',
    data: qrPng(holds),
    transformation: { width: pixels(millimetres), height: pixels(millimetres) },
    altText: { id: String(id), name: `QR-код ${id}`, description: forXml(`QR-код: ${holds}`) },
  })

export const qrBlock = ({ holds, caption }: Qr, width: number, id: number): Table =>
  layoutTable(
    [SIDE + 6, width - SIDE - 6],
    [
      [
        { content: [new Paragraph({ children: [qrRun(holds, SIDE, id)] })] },
        {
          content: [
            paragraph(caption, { alignment: ALIGN.left }, { bold: true }),
            paragraph(holds, { style: 'Note', alignment: ALIGN.left }),
          ],
        },
      ],
    ],
  )
