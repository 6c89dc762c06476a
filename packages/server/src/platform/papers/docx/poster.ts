import { FrameAnchorType, FrameWrap, LineRuleType, Paragraph } from 'docx'
import type { Poster, PosterItem } from '../blocks.ts'
import type { Counters } from './blocks.ts'
import { qrRun } from './qr.ts'
import { ALIGN, runs } from './text.ts'
import { halfPoints, twips } from './units.ts'

/** Words and codes of a poster, each in a frame at its place on the page. */
export const posterParagraphs = ({ items }: Poster, counters: Counters): Paragraph[] =>
  items.map(
    (item) =>
      new Paragraph({
        alignment: 'qr' in item ? ALIGN.left : ALIGN[item.align ?? 'left'],
        spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
        frame: {
          type: 'absolute',
          position: { x: twips(item.x), y: twips(item.y) },
          width: twips(item.width),
          height: 0,
          anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
          wrap: FrameWrap.AROUND,
        },
        children: content(item, counters),
      }),
  )

const content = (item: PosterItem, counters: Counters) =>
  'qr' in item ? [qrRun(item.qr, item.width, counters.drawing())] : runs(item.text, { size: halfPoints(item.size) })
