import { expect, test } from 'vitest'
import { firstSteps } from './index.ts'

const begun = { organisations: 1, people: 1, mail: false, suppliers: 0, keys: 0, packages: 0 }
const doneOf = (facts: Parameters<typeof firstSteps>[0]) =>
  firstSteps(facts).flatMap(({ step, done }) => (done ? [step] : []))

test('the installation and its first person are no steps that were done', () => {
  expect(doneOf(begun)).toEqual([])
})

test.each([
  ['organisation', { organisations: 2 }],
  ['people', { people: 2 }],
  ['mail', { mail: true }],
  ['supplier', { suppliers: 1 }],
  ['key', { keys: 1 }],
  ['package', { packages: 1 }],
])('%s is done by what there is, whatever else', (step, there) => {
  expect(doneOf({ ...begun, ...there })).toEqual([step])
})
