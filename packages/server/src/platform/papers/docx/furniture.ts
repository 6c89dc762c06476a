import { Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import { forXml } from '../../text.ts'
import { footerHash, type Paper } from '../paper.ts'
import { ALIGN, paragraph } from './text.ts'
import { twips } from './units.ts'

/** The mark of the paper over every page. */
export const headerOf = ({ mark }: Paper): Header =>
  new Header({
    children: [paragraph(mark?.toUpperCase() ?? '', { style: 'Small', alignment: ALIGN.right })],
  })

/** The hash at the left, the number of the page at the right. */
export const footerOf = (paper: Paper, width: number, numbered = true): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Small',
        tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
        children: [
          new TextRun(forXml(footerHash(paper) ?? '')),
          ...(numbered
            ? [new TextRun({ children: ['\tСтр. ', PageNumber.CURRENT, ' из ', PageNumber.TOTAL_PAGES] })]
            : []),
        ],
      }),
    ],
  })
