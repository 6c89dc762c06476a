import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SETTINGS } from '../settings.ts'
import { canonicalJson } from './canonical.ts'
import { chainHash, START } from './chain.ts'
import { AuditFileError, verifyAuditLines } from './file.ts'

/** An exported log of so many rows; every third without the column of organisations, as older ones are. */
function exported(rows: number): string[] {
  const lines: string[] = []
  let hash = START
  for (let seq = 1; seq <= rows; seq++) {
    const at = new Date(Date.UTC(2026, 0, seq))
    const row = { seq, at, who: `user:${seq % 3}`, what: 'thing.saved', subject: `вещь:"${seq}"\n` }
    const organisation = seq % 3 === 0 ? null : seq
    const entry = canonicalJson({ ...row, ...(organisation !== null && { organisation }), after: { list: [seq, 'я'] } })
    hash = chainHash(hash, entry)
    lines.push(JSON.stringify({ ...row, ...(organisation !== null && { organisation }), entry, hash }))
  }
  return [...lines, JSON.stringify({ head: { seq: rows, hash } })]
}
const verdictOf = (lines: readonly string[]) => verifyAuditLines(Readable.from(lines))
const whole = exported(12)

test('a copy as it was written is whole', async () => {
  expect(await verdictOf(whole)).toMatchObject({ ok: true, rows: 12 })
  expect(await verdictOf(exported(0))).toMatchObject({ ok: true, rows: 0 })
})

/** Not whole, or not even lines of a log. */
async function isFoundOut(lines: readonly string[]): Promise<boolean> {
  try {
    return !(await verdictOf(lines)).ok
  } catch (error) {
    if (error instanceof AuditFileError) return true
    throw error
  }
}

describe('any change of the lines is found out', () => {
  const line = fc.nat({ max: whole.length - 1 })

  test('one character replaced, taken out or put in', async () => {
    const edit = fc.record({
      line,
      place: fc.nat(),
      takes: fc.integer({ min: 0, max: 1 }),
      puts: fc.string({ maxLength: 2, unit: 'grapheme' }),
    })
    await fc.assert(
      fc.asyncProperty(edit, async ({ line, place, takes, puts }) => {
        const text = whole[line] ?? ''
        const where = place % text.length
        const changed = text.slice(0, where) + puts + text.slice(where + takes)
        // What reads as the same row is the same row: a blank between two members says nothing else.
        fc.pre(meaningOf(changed) !== meaningOf(text))
        expect(await isFoundOut(whole.with(line, changed))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('lines taken out, doubled, moved, and from another log', async () => {
    const other = exported(13).map((text) => text.replaceAll('thing.saved', 'thing.moved'))
    const edits = fc.oneof(
      fc.tuple(line, fc.integer({ min: 1, max: 13 })).map(([at, count]) => whole.toSpliced(at, count)),
      fc.tuple(line, line).map(([from, to]) => whole.toSpliced(to, 0, whole[from] ?? '')),
      fc.tuple(line, line).map(([from, to]) => whole.toSpliced(from, 1).toSpliced(to, 0, whole[from] ?? '')),
      fc.tuple(line, line).map(([at, from]) => whole.with(at, other[from] ?? '')),
      fc.tuple(line, line).map(([at, from]) => [...whole.slice(0, at), ...other.slice(from)]),
    )
    await fc.assert(
      fc.asyncProperty(edits, async (lines) => {
        fc.pre(lines.join('\n') !== whole.join('\n'))
        expect(await isFoundOut(lines)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

/** What a line says, whatever its blanks and the order of its members; a moment in any form is the same moment. */
function meaningOf(line: string): string {
  try {
    const { at, head, ...row } = JSON.parse(line)
    const known = ['seq', 'who', 'what', 'subject', 'organisation', 'entry', 'hash'].map((name) => row[name] ?? null)
    return JSON.stringify([known, new Date(at).getTime(), head && [head.seq, head.hash]])
  } catch {
    return line
  }
}

test('no setting turns the audit off: the one it has says where its end is noted', () => {
  const about = Object.entries(SETTINGS).filter(([name, { text }]) => /AUDIT|журнал действий/i.test(`${name} ${text}`))
  expect(about.map(([name]) => name)).toEqual(['OTKLIK_AUDIT_ANCHOR'])
})
