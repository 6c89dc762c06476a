import type { Paper, PaperFormat, RenderOptions } from './paper.ts'

type Renderer = (paper: Paper, options?: RenderOptions) => Uint8Array | Promise<Uint8Array>

/** What makes a file of a paper; each is loaded when first asked for, and each keeps the processor busy while it works. */
const RENDERERS: Readonly<Record<PaperFormat, () => Promise<Renderer>>> = {
  docx: async () => (await import('./docx/document.ts')).renderDocx,
  pdf: async () => (await import('./pdf/compiler.ts')).renderPdf,
  xlsx: async () => (await import('./xlsx/book.ts')).renderXlsx,
}

/** The bytes of the file, made in the thread that asks; `renderPaper` makes them beside it. */
export async function renderHere(paper: Paper, format: PaperFormat, options?: RenderOptions): Promise<Uint8Array> {
  const render = await RENDERERS[format]()
  return render(paper, options)
}
