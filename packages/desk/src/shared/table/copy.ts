import { type Column, textOf } from './columns.ts'

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** A tab or a line break inside a cell would move the cells after it. */
const flat = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')

/** The table as a spreadsheet takes it from the clipboard: tab-separated text, and HTML for word processors. */
export function clipboardForms<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): { text: string; html: string } {
  const copied = columns.filter(({ picture }) => picture !== true)
  const lines = [copied.map(({ title }) => title), ...rows.map((row) => copied.map((column) => textOf(column, row)))]
  const html = lines.map((cells, index) => {
    const tag = index === 0 ? 'th' : 'td'
    return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  })
  return { text: lines.map((cells) => cells.map(flat).join('\t')).join('\n'), html: `<table>${html.join('')}</table>` }
}

export async function copyTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  const { text, html } = clipboardForms(columns, rows)
  if (typeof ClipboardItem === 'undefined') return await navigator.clipboard.writeText(text)
  const blob = (type: string, content: string) => new Blob([content], { type })
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
  ])
}
