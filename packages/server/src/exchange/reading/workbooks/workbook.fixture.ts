import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const list = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A sheet as XML between `<worksheet>` and its end. */
export interface SheetXml {
  readonly name: string
  readonly xml: string
  readonly state?: 'hidden' | 'veryHidden'
}
export interface BookXml {
  readonly sheets: readonly SheetXml[]
  readonly texts?: readonly string[]
  /** Codes of formats; style 0 is general, style n the n-th of them. */
  readonly formats?: readonly string[]
  readonly calendar1904?: boolean
  /** More parts, or others in their place. */
  readonly parts?: Readonly<Record<string, string>>
}

/** A workbook written by hand: what libraries would never write too. */
export async function workbook({ sheets, texts = [], formats = [], calendar1904, parts }: BookXml): Promise<Buffer> {
  const sheetList = sheets.map(({ name, state }, i) => {
    return `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`
  })
  const all: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${calendar1904 ? ' date1904="1"' : ''}/><sheets>${sheetList.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${list}">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet xmlns="${main}">${xml}</worksheet>`]),
    ),
    ...parts,
  }
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(all)) zip.addBuffer(Buffer.from(`<?xml version="1.0"?>${text}`), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** A row of texts in the cells themselves; an empty one is left out. */
export const textRow = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells
    .map((cell, i) =>
      cell === '' ? '' : `<c r="${String.fromCharCode(65 + i)}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join('')}</row>`
export const rowsXml = (...rows: string[]): string => `<sheetData>${rows.join('')}</sheetData>`
