import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { areWhole, compareHeads, unitedHeads } from './compare-heads.ts'
import { headLine, type NotedHead, readHeads } from './heads.ts'

const dir = mkdtempSync(join(tmpdir(), 'otklik-heads-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const head = (seq: number): NotedHead => ({ at: `2026-03-0${seq}T00:00:00.000Z`, seq, hash: `${seq}`.repeat(64) })
const [one, two, three] = [head(1), head(2), head(3)]
const kept = [one, two, three]
/** What is found in a file of that content. */
async function found(text: string | undefined, noted: readonly NotedHead[] = kept) {
  const path = join(dir, 'heads.jsonl')
  rmSync(path, { force: true })
  if (text !== undefined) writeFileSync(path, text)
  const file = await readHeads(path)
  return { ...compareHeads(file, noted), all: unitedHeads(file, noted) }
}
const lines = (...heads: readonly NotedHead[]) => heads.map((one) => `\n${headLine(one)}\n`).join('')
const whole = { missing: false, broken: [], lacking: [], all: kept }

test('a file with all that the database has noted is whole, also with more and with empty lines', async () => {
  expect(await found(lines(...kept))).toEqual(whole)
  expect(await found(lines(...kept), [two])).toEqual(whole)
  expect(await found(lines(...kept), [])).toEqual(whole)
  expect(areWhole(await found(lines(...kept)))).toBe(true)
})

test.each([
  ['missing', undefined, { missing: true, broken: [], lacking: kept }],
  ['empty', '', { missing: false, broken: [], lacking: kept }],
  ['cut at the end', lines(one, two), { missing: false, broken: [], lacking: [three] }],
  ['without its beginning', lines(two, three), { missing: false, broken: [], lacking: [one] }],
  ['garbled', `${lines(one)}\0\0\0\n${lines(two, three)}`, { missing: false, broken: [3], lacking: [] }],
  ['with another hash', lines(one, { ...two, hash: '9' }, three), { missing: false, broken: [], lacking: [two] }],
  ['with a line that says nothing', `{}\n${lines(...kept)}`, { missing: false, broken: [1], lacking: [] }],
])('a file that is %s is told', async (_, text, faults) => {
  const told = await found(text)
  expect(told).toMatchObject(faults)
  expect(areWhole(told)).toBe(false)
})

test('a line that a power cut broke off is no fault where its head is known, and one where it is not', async () => {
  const text = `${lines(one)}\n${headLine(two).slice(0, 30)}${lines(three)}`
  expect(await found(text)).toEqual(whole)
  expect(await found(text, [one, three])).toMatchObject({ broken: [4], lacking: [] })
})
