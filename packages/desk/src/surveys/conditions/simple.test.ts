import type { Condition } from '@otklik/model/questionnaires'
import { expect, test } from 'vitest'
import { conditionOf, simpleOf } from './simple.ts'

const same: readonly Condition[] = [
  { question: 'q5', is: 'yes' },
  { question: 'q5', in: ['yes', 'no'] },
  { question: 'q5', notIn: ['no'] },
  { question: 'q6.site', ge: 4 },
  { attribute: 'service', answered: false },
  {
    all: [
      { question: 'q1', is: 1 },
      { attribute: 'channel', is: 'mfc' },
    ],
  },
  {
    any: [
      { question: 'q1', le: 2 },
      { question: 'q2', answered: true },
    ],
  },
]
test.each(same.map((condition) => [JSON.stringify(condition), condition] as const))(
  '%s stays itself',
  (_, condition) => {
    const simple = simpleOf(condition)
    expect(simple && conditionOf(simple)).toEqual(condition)
  },
)

const others: readonly Condition[] = [
  { not: { question: 'q1', is: 1 } },
  { all: [{ any: [{ question: 'q1', is: 1 }] }] },
  { question: 'q1', ge: 1, le: 3 },
  { question: 'q1', count: { ge: 2 } },
]
test.each(others.map((condition) => [JSON.stringify(condition), condition] as const))(
  '%s is not taken apart',
  (_, condition) => expect(simpleOf(condition)).toBeNull(),
)

test('what is not filled in yet is left out, and nothing is no condition', () => {
  const empty = { subject: 'q1', operation: 'in', values: [] } as const
  const full = { subject: 'q2', operation: 'answered', values: [] } as const
  expect(conditionOf({ join: 'any', parts: [empty, full] })).toEqual({ question: 'q2', answered: true })
  expect(conditionOf({ join: 'all', parts: [empty] })).toBeUndefined()
})
