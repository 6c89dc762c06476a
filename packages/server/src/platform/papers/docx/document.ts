import {
  BorderStyle,
  Document,
  type FileChild,
  type ISectionOptions,
  Packer,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageOrientation,
  Paragraph,
  SectionType,
} from 'docx'
import { forXml } from '../../text.ts'
import { A4, type Margins, MARGINS, type Orientation, type Paper, textWidth } from '../paper.ts'
import { type PageRun, runsOf } from '../runs.ts'
import { settled } from '../parts/settled.ts'
import { type Counters, wordBlock } from './blocks.ts'
import { footerOf, headerOf } from './furniture.ts'
import { headParagraphs } from './head.ts'
import { posterParagraphs } from './poster.ts'
import { NUMBERING, STYLES } from './styles.ts'
import { twips } from './units.ts'

/** A paper as a document of Word. */
export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const counters = counting()
  const sections = runsOf(paper).map((run, at) => sectionOf(paper, run, at === 0, counters))
  const document = new Document({
    title: forXml(paper.head.title),
    creator: forXml(paper.author),
    lastModifiedBy: forXml(paper.author),
    ...(paper.hash !== undefined && { keywords: paper.hash }),
    styles: STYLES,
    numbering: NUMBERING,
    hyphenation: { autoHyphenation: true },
    sections,
  })
  return settled(await Packer.toBuffer(document), paper.made)
}

function counting(): Counters {
  let [drawings, lists] = [0, 0]
  return { drawing: () => ++drawings, list: () => ++lists }
}

function sectionOf(paper: Paper, run: PageRun, first: boolean, counters: Counters): ISectionOptions {
  const { orientation, blocks, poster } = run
  const width = textWidth(orientation)
  if (poster) return posterSection(orientation, poster.framed ?? false, posterParagraphs(poster, counters))
  const { page } = paper.head
  const children: FileChild[] = [
    ...(first && paper.blocks[0]?.kind !== 'poster' ? headParagraphs(paper.head, width) : []),
    ...blocks.flatMap((block) => wordBlock(block, width, counters)),
  ]
  const titled = first && page !== undefined
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: titled,
      page: pageOf(orientation),
    },
    headers: { default: headerOf(paper), ...(titled && { first: headerOf(paper) }) },
    footers: { default: footerOf(paper, width), ...(titled && { first: footerOf(paper, width, false) }) },
    children: children.length === 0 ? [new Paragraph('')] : children,
  }
}

const pageOf = (orientation: Orientation, margins: Margins = MARGINS[orientation]) => ({
  size: {
    // The library turns the page itself.
    width: twips(A4.width),
    height: twips(A4.height),
    orientation: PageOrientation[orientation === 'landscape' ? 'LANDSCAPE' : 'PORTRAIT'],
  },
  margin: {
    left: twips(margins.left),
    right: twips(margins.right),
    top: twips(margins.top),
    bottom: twips(margins.bottom),
    header: twips(9),
    footer: twips(8),
  },
})

function posterSection(orientation: Orientation, framed: boolean, children: FileChild[]): ISectionOptions {
  const border = { style: BorderStyle.DOUBLE, size: 12, space: 24, color: '000000' } as const
  const borders = {
    pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.PAGE },
    pageBorderTop: border,
    pageBorderBottom: border,
    pageBorderLeft: border,
    pageBorderRight: border,
  }
  const page = pageOf(orientation, { left: 20, right: 20, top: 20, bottom: 15 })
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { ...page, ...(framed && { borders }) } },
    children,
  }
}
