import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteName, quoteText, substituteParams, unescapeText } from './literals.ts'
import { blanked, pieces } from './scan.ts'
import { isInsert, isRead, namedFormat, parseBodyInsert } from './statement.ts'

const params = (values: Record<string, string>) => new Map(Object.entries(values))
const source = (format: string, structure: string | undefined) => `file('p', '${format}', ${structure ?? "'table'"})`

test('pieces cover a statement without gaps, whatever it is', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '"', '`', '\\', '-', '/', '*', '\n', 'a', '{', '}') })
  fc.assert(
    fc.property(text, (sql) => {
      expect(
        pieces(sql)
          .map((piece) => sql.slice(piece.from, piece.to))
          .join(''),
      ).toBe(sql)
      expect(blanked(sql)).toHaveLength(sql.length)
    }),
  )
})

test('a parameter is put in as a typed literal', () => {
  const put = (type: string, value: string) => substituteParams(`SELECT {x:${type}}`, params({ x: value }))
  expect(put('String', "O\\'Neil \\\\ \\t")).toBe("SELECT 'O\\'Neil \\\\ \\t'")
  expect(put('UInt32', '42')).toBe('SELECT CAST(42 AS UInt32)')
  expect(put('Array(String)', "['a\\'b','c']")).toBe("SELECT CAST('[\\'a\\\\\\'b\\',\\'c\\']' AS Array(String))")
  expect(put('Nullable(String)', '\\N')).toBe('SELECT CAST(NULL AS Nullable(String))')
  expect(put('Identifier', 'a`b')).toBe('SELECT `a\\`b`')
  expect(put("Enum8('a' = 1)", 'a')).toBe("SELECT CAST('a' AS Enum8('a' = 1))")
})

test('what looks like a parameter inside a literal or a comment stays', () => {
  const sql = "SELECT '{x:String}', `{x:String}`, {'k': 1} -- {x:String}\n"
  expect(substituteParams(sql, params({}))).toBe(sql)
})

test('a missing parameter and a made-up type are refused', () => {
  expect(() => substituteParams('SELECT {x:String}', params({}))).toThrow('Code: 456')
  expect(() => substituteParams('SELECT {x:String) FROM t; DROP TABLE t; --}', params({ x: '1' }))).toThrow('Code: 62')
})

test('no value can leave its literal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const sql = `SELECT ${quoteText(value)}`
      expect(pieces(sql)).toHaveLength(2)
      expect(pieces(`${quoteName(value)} x`)).toHaveLength(2)
      expect(unescapeText(quoteText(value).slice(1, -1))).toBe(value)
    }),
  )
})

test('rows of the body are read in the place of input()', () => {
  const insert = parseBodyInsert(
    "INSERT INTO stage SELECT line FROM input('line String') WHERE line != ')' FORMAT LineAsString",
  )
  expect(insert?.from(source)).toBe(
    "INSERT INTO stage SELECT line FROM file('p', 'LineAsString', 'line String') WHERE line != ')'",
  )
})

test('a plain insert reads the structure of its table', () => {
  const insert = parseBodyInsert('insert into table db.t (a, `b c`) settings max_threads = 1 format CSV ')
  expect(insert).toMatchObject({ kind: 'values', target: 'db.t', columns: ['a', 'b c'], format: 'CSV' })
  expect(insert?.from(source)).toBe(
    "insert into table db.t (a, `b c`)  settings max_threads = 1 SELECT * FROM file('p', 'CSV', 'table')",
  )
})

test.each([
  'INSERT INTO t VALUES (1)',
  'INSERT INTO t SELECT 1',
  'SELECT 1 FORMAT CSV',
  "INSERT INTO t VALUES ('x FORMAT CSV')",
])('%s takes no body', (sql) => {
  expect(parseBodyInsert(sql)).toBeUndefined()
})

test('kinds of statements and their formats are seen through comments', () => {
  expect(isInsert('/* SELECT */ INSERT INTO t VALUES (1)')).toBe(true)
  expect(isRead('-- INSERT\n(SELECT 1)')).toBe(true)
  expect(isRead('CREATE TABLE t (a Int8) ENGINE = Memory')).toBe(false)
  expect(namedFormat("SELECT 'FORMAT CSV' FORMAT JSONEachRow;")).toBe('JSONEachRow')
  expect(namedFormat('SELECT 1 FORMAT TSV SETTINGS max_threads = 1')).toBe('TSV')
  expect(namedFormat('SELECT format FROM t')).toBeUndefined()
})
