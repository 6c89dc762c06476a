/** What a number in a cell stands for by the cell's format. */
export type NumberKind =
  | { readonly shows: 'number' }
  | { readonly shows: 'date' | 'time' | 'moment' }
  /** Digits with zeros before them. */
  | { readonly shows: 'digits'; readonly width: number }

const plain: NumberKind = { shows: 'number' }
/** Formats that a workbook need not spell out (ECMA-376, part 1, 18.8.30), those of East Asia too. */
const builtIn: readonly (readonly [first: number, last: number, kind: NumberKind])[] = [
  [14, 17, { shows: 'date' }],
  [18, 21, { shows: 'time' }],
  [22, 22, { shows: 'moment' }],
  [27, 36, { shows: 'date' }],
  [45, 47, { shows: 'time' }],
  [50, 58, { shows: 'date' }],
]

/** What a format's code without literal texts, colours and conditions says; `[h]` is a time that has passed. */
function signsOf(code: string): string {
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')
  return first.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase()
}

/** Reads a format by its number and, where the workbook has one, its code. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn.find(([first, last]) => id >= first && id <= last)?.[2] ?? plain
  const signs = signsOf(code)
  if (/^0{2,}$/.test(signs)) return { shows: 'digits', width: signs.length }
  const hasTime = /[hs]/.test(signs)
  // An m beside hours or seconds is minutes; alone or beside days and years it is months.
  const hasDate = /[yd]/.test(signs) || (/m/.test(signs) && !hasTime)
  if (hasDate) return { shows: hasTime ? 'moment' : 'date' }
  return hasTime ? { shows: 'time' } : plain
}
