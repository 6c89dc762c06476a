/** Papers: what people print, sign and send, as plain data and as files (docs/adr/0037). */
export type {
  Block,
  Facts,
  Chart,
  Heading,
  List,
  ListItem,
  Marked,
  PageBreak,
  Paragraph,
  Poster,
  PosterItem,
  Qr,
  Series,
  Signature,
  Table,
  Text,
} from './blocks.ts'
export type { Interval, PaperCell, PaperColumn, PaperRow } from './columns.ts'
export type { Head, Orientation, Paper, PaperFormat, RenderOptions } from './paper.ts'
export { hashOf } from './paper.ts'
export { renderPaper } from './render.ts'
export { sendPaper } from './send.ts'
