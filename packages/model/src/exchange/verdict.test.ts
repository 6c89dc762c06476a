import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FileOutcome, verdictOf, verdictOfFile } from './verdict.ts'

const nothing: FileOutcome = { structure: [], alreadyReceived: false, accepted: 0, quarantined: 0, dropped: 0 }
const file = (about: Partial<FileOutcome>): FileOutcome => ({ ...nothing, ...about })
const broken = file({ structure: ['missing_column'] })
const before = file({ alreadyReceived: true })
const good = file({ accepted: 3 })
const bad = file({ quarantined: 3 })

describe('a package', () => {
  test.each([
    ['of good rows', [good], 'accepted'],
    ['of rows that are in since before', [file({ dropped: 3 })], 'accepted'],
    ['of a header alone', [nothing], 'accepted'],
    ['of good and bad rows', [file({ accepted: 1, quarantined: 1 })], 'partly'],
    ['of a good and a bad file', [good, bad], 'partly'],
    ['of a good and a broken file', [good, broken], 'partly'],
    ['of repeated and bad rows', [file({ dropped: 1, quarantined: 1 })], 'partly'],
    ['of bad rows alone', [bad], 'refused'],
    ['of a header and a bad file', [nothing, bad], 'refused'],
    ['of a header and a broken file', [nothing, broken], 'refused'],
    ['of a file that came before and bad rows', [before, bad], 'refused'],
    ['of a file that came before and a broken one', [before, broken], 'refused'],
    ['of a broken file', [broken], 'refused'],
    ['of no file', [], 'refused'],
    ['of files that came before', [before, before], 'already_received'],
    ['of a file that came before and a header', [before, nothing], 'accepted'],
    ['of a file that came before and good rows', [before, good], 'accepted'],
  ] as const)('%s', (_name, files, verdict) => {
    expect(verdictOf(files)).toBe(verdict)
  })

  test('of one file is what the file is', () => {
    const count = fc.integer({ min: 0, max: 2 })
    const read = fc.record({ accepted: count, quarantined: count, dropped: count })
    fc.assert(
      fc.property(fc.oneof(read.map(file), fc.constantFrom(broken, before)), (one) => {
        expect(verdictOf([one])).toBe(verdictOfFile(one))
      }),
    )
  })

  test('is accepted or partly exactly where a row is in, or where nothing was wrong', () => {
    const count = fc.integer({ min: 0, max: 1 })
    const any = fc.oneof(
      fc.record({ accepted: count, quarantined: count, dropped: count }).map(file),
      fc.constantFrom(broken, before),
    )
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 4 }), (files) => {
        const isIn = files.some(({ accepted, dropped }) => accepted + dropped > 0)
        const isWrong = files.some(({ structure, quarantined }) => structure.length > 0 || quarantined > 0)
        const verdict = verdictOf(files)
        expect(verdict === 'refused').toBe(isWrong && !isIn)
        expect(verdict === 'partly').toBe(isWrong && isIn)
      }),
    )
  })
})
