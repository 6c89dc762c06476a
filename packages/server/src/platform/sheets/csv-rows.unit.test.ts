import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine } from '../../exchange/writing/csv.ts'
import { csvRows } from './csv-rows.ts'

async function rowsOf(text: string, width = 0, delimiter = ';'): Promise<string[][]> {
  const rows: string[][] = []
  for await (const row of csvRows(text.split('\n'), delimiter, () => width)) rows.push(row)
  return rows
}

describe('records of CSV', () => {
  test.each<[string, string, string[][]]>([
    [
      'plain cells',
      'a;b\nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['empty cells and lines', ';\n\na;', [['', ''], [''], ['a', '']]],
    ['quoted delimiters and quotes', '"a;b";"c ""d"""', [['a;b', 'c "d"']]],
    [
      'a cell over lines',
      '"a\n\nb";c\nd;e',
      [
        ['a\n\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['a quote within a cell', 'OOO "A";b', [['OOO "A"', 'b']]],
    ['text after the closing quote', '"a"b;c', [['ab', 'c']]],
    ['a quoted cell at the end', 'a;""', [['a', '']]],
  ])('%s', async (_, text, rows) => expect(await rowsOf(text)).toEqual(rows))

  test('another delimiter', async () => expect(await rowsOf('a,"b,c"', 0, ',')).toEqual([['a', 'b,c']]))
})

describe('a stray quote swallows no row', () => {
  test('open to the end of the file', async () => {
    expect(await rowsOf('a;b\n"x;1\ny;2\nz;3', 2)).toEqual([
      ['a', 'b'],
      ['"x', '1'],
      ['y', '2'],
      ['z', '3'],
    ])
  })
  test('closed by another stray one further down', async () => {
    expect(await rowsOf('a;b\n"x;1\ny;2\n"z;3\nw;4', 2)).toEqual([
      ['a', 'b'],
      ['"x', '1'],
      ['y', '2'],
      ['"z', '3'],
      ['w', '4'],
    ])
  })
  test('though a cell over lines that holds delimiters stays whole', async () => {
    expect(await rowsOf('"x;1\ny;2\nz";3;4', 3)).toEqual([['x;1\ny;2\nz', '3', '4']])
  })
  test('in a file longer than any cell', async () => {
    const line = `${'y'.repeat(1000)};1`
    const rows = await rowsOf(['"x;0', ...Array.from({ length: 1500 }, () => line)].join('\n'), 2)
    expect([rows.length, rows[0], rows[1500]?.[1]]).toEqual([1501, ['"x', '0'], '1'])
  })
})

test('whatever is written is read back', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', ' ', 'я'), maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1 }), async (rows) => {
      const text = rows
        .map((row) => csvLine(row))
        .join('')
        .replaceAll('\r\n', '\n')
        .replace(/\n$/, '')
      expect(await rowsOf(text)).toEqual(rows)
    }),
  )
})
