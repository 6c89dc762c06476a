import { PDFiumLibrary } from '@hyzyla/pdfium'

/** A page as somebody sees it. */
export interface SeenPage {
  readonly text: string
  /** In millimetres. */
  readonly width: number
  readonly height: number
  /** The rectangle that holds all ink, millimetres from the upper left corner. */
  readonly ink: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
}

/** Dots of a millimetre. */
const SCALE = 2
const MM = 72 / 25.4

/** The pages of a PDF, drawn and read. */
export async function seenPages(pdf: Uint8Array): Promise<SeenPage[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages: SeenPage[] = []
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize()
    // Drawing a page closes it.
    const text = page.getText()
    const drawn = await page.render({ scale: (SCALE * 25.4) / 72, render: 'bitmap' })
    pages.push({
      // A hyphen at the end of a line, and a place where a long word may break, are no part of the text.
      text: text
        .replaceAll('\r\n', '\n')
        .replaceAll('\u0002', '\ufffe')
        .replace(/\ufffe\n?/g, '')
        .replaceAll('\u200b', ''),
      width: originalWidth / MM,
      height: originalHeight / MM,
      ink: inkOf(drawn),
    })
  }
  document.destroy()
  library.destroy()
  return pages
}

function inkOf({ data, width, height }: { data: Uint8Array; width: number; height: number }): SeenPage['ink'] {
  let [left, right, top, bottom] = [width, 0, height, 0]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4 + 1] ?? 255) > 200) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  return { left: left / SCALE, right: right / SCALE, top: top / SCALE, bottom: bottom / SCALE }
}
