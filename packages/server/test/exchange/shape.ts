import { toWindows1251 } from '../../src/exchange/reading/reading.fixture.ts'

/** How a file may be written. */
export interface Shape {
  readonly encoding: 'utf-8' | 'with a BOM' | 'windows-1251'
  readonly delimiter: ';' | ',' | '\t'
  readonly end: '\n' | '\r\n'
}
export const shapes: Shape[] = (['utf-8', 'with a BOM', 'windows-1251'] as const).flatMap((encoding) =>
  ([';', ',', '\t'] as const).flatMap((delimiter) =>
    (['\n', '\r\n'] as const).map((end) => ({ encoding, delimiter, end })),
  ),
)
export function written(rows: readonly (readonly string[])[], { encoding, delimiter, end }: Shape): Buffer {
  const cell = (text: string) => (/[;,\t"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const text = rows.map((cells) => cells.map(cell).join(delimiter) + end).join('')
  if (encoding === 'windows-1251') return toWindows1251(text)
  return Buffer.from(encoding === 'utf-8' ? text : `\uFEFF${text}`)
}
export const plain: Shape = { encoding: 'utf-8', delimiter: ';', end: '\n' }
/** A name of its own for what lies in one shape. */
export const letter = (n: number): string => String.fromCharCode(65 + n)
