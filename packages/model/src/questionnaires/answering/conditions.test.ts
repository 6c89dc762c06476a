import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Comparison, Condition } from '../document/types.ts'
import { OPEN, truth, type Value } from './conditions.ts'

const holds = (condition: Condition, value?: Value): boolean | undefined => truth(condition, () => value)
const asked = (comparison: Omit<Comparison, 'question'>): Comparison => ({ question: 'q', ...comparison })

describe('of no answer', () => {
  const falses = [
    { is: 'a' },
    { in: ['a'] },
    { notIn: ['a'] },
    { lt: 5 },
    { ge: 0 },
    { count: { ge: 0 } },
    { answered: true },
  ]
  test.each(falses)('%j is false', (comparison) => expect(holds(asked(comparison))).toBe(false))
  test('only `answered: false` holds, and `not` of what is false', () => {
    expect(holds(asked({ answered: false }))).toBe(true)
    expect(holds(asked({ answered: false, notIn: ['a'] }))).toBe(false)
    expect(holds({ not: asked({ is: 'a' }) })).toBe(true)
  })
})

test.each<[Omit<Comparison, 'question'>, Value, boolean]>([
  [{ is: 'a' }, 'a', true],
  [{ is: 'a' }, ['b', 'a'], true],
  [{ is: 5 }, 5, true],
  [{ is: '5' }, 5, false],
  [{ is: true }, true, true],
  [{ in: ['a', 'b'] }, ['c'], false],
  [{ in: ['a', 'b'] }, ['c', 'b'], true],
  [{ notIn: ['a'] }, 'b', true],
  [{ notIn: ['a'] }, ['a', 'b'], false],
  [{ lt: 3 }, 2, true],
  [{ lt: 3 }, 3, false],
  [{ le: 3 }, 3, true],
  [{ gt: 3 }, 3, false],
  [{ ge: 3, le: 4 }, 4, true],
  [{ ge: 3, le: 4 }, 5, false],
  [{ ge: '2024-01-01' }, '2024-02-01', true],
  [{ ge: 1 }, 'hard', false],
  [{ ge: 'a' }, 5, false],
  [{ ge: 1 }, [1, 2], false],
  [{ count: { ge: 2 } }, ['a', 'b'], true],
  [{ count: { ge: 2, lt: 3 } }, ['a', 'b', 'c'], false],
  [{ count: { ge: 1 } }, 'a', true],
  [{ count: { ge: 2 } }, { x: 1, y: 2 }, true],
  [{ answered: true }, 'hard', true],
  [{ answered: false }, 'hard', false],
])('%j of %j', (comparison, value, expected) => expect(holds(asked(comparison), value)).toBe(expected))

test('what is open decides only where it can still matter', () => {
  const open = { question: 'later', is: 'a' }
  const known = { question: 'now', is: 'a' }
  const lookup = ({ question }: Comparison) => (question === 'later' ? OPEN : 'a')
  expect(truth({ all: [open, known] }, lookup)).toBeUndefined()
  expect(truth({ all: [open, { not: known }] }, lookup)).toBe(false)
  expect(truth({ any: [open, known] }, lookup)).toBe(true)
  expect(truth({ any: [open, { not: known }] }, lookup)).toBeUndefined()
  expect(truth({ not: open }, lookup)).toBeUndefined()
})

test('once decided, no later answer changes it', () => {
  const codes = fc.constantFrom('a', 'b', 'c')
  const comparison = fc.record({ question: codes, is: fc.constantFrom('x', 'y') })
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      comparison,
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }))
  const answers = fc.dictionary(codes, fc.constantFrom('x', 'y', 'none'))
  fc.assert(
    fc.property(condition, answers, fc.dictionary(codes, fc.constantFrom('x', 'y', 'none')), (asked, now, later) => {
      const known = (given: Record<string, string>, code = '') => (given[code] === 'none' ? undefined : given[code])
      const early = truth(asked, ({ question = '' }) => (question in now ? known(now, question) : OPEN))
      const late = truth(asked, ({ question }) => known({ ...later, ...now }, question))
      expect(typeof late).toBe('boolean')
      if (early !== undefined) expect(late).toBe(early)
    }),
  )
})
