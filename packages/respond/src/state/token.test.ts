import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORM_1, stateOn } from '../survey.fixture.ts'
import { isProof, PROOF_BITS } from './proof.ts'
import { tokensOf } from './token.ts'

const tokens = tokensOf('k'.repeat(32))
const state = stateOn(FORM_1, 'p3', { answers: { q1: 'yes', q22: 'Долго ждали\nв очереди' } })
const token = tokens.write(state)

describe('a token', () => {
  test('gives its state back', () => expect(tokens.read(token)).toEqual(state))

  test('of another key, cut, longer or changed anywhere is none', () => {
    expect(tokensOf('m'.repeat(32)).read(token)).toBeUndefined()
    for (const bad of ['', token.slice(0, -1), `${token}A`, token.slice(1), `${token} `, 'A'.repeat(200), '%00'])
      expect(tokens.read(bad)).toBeUndefined()
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_'), (at, sign) => {
        const changed = token.slice(0, at) + sign + token.slice(at + 1)
        expect(tokens.read(changed)).toEqual(changed === token ? state : undefined)
      }),
    )
  })

  test('shows nobody the answers, and is never the same twice', () => {
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('q22')
    expect(tokens.write(state)).not.toBe(token)
  })

  test.each([[''], [' '.repeat(40)], ['short']])('needs a key: %j is refused', (secret) =>
    expect(() => tokensOf(secret)).toThrow('empty or short'),
  )
})

test('a proof is a number whose hash begins with zero bits', () => {
  const zeroBits = (solution: number) =>
    BigInt(`0x1${createHash('sha256').update(`nonce:${solution}`).digest('hex')}`)
      .toString(2)
      .slice(1)
      .indexOf('1')
  const good = Array.from({ length: 200_000 }, (_, at) => at).find((at) => zeroBits(at) >= PROOF_BITS)
  expect(isProof('nonce', String(good))).toBe(true)
  expect(isProof('other', String(good))).toBe(false)
  for (const bad of ['', '-1', '1e3', '99999999999', 'x']) expect(isProof('nonce', bad)).toBe(false)
})
