import { builtInQuestionnaires, judge, prepare } from '@otklik/model/questionnaires'
import { expect, test } from 'vitest'
import { makeRandom } from '../random.ts'
import { answersOf } from './respondent.ts'

const lists = { services: [{ code: '1' }, { code: '2' }], municipalities: [{ code: 'm1' }], offices: [{ code: '7' }] }

test.each(builtInQuestionnaires)('people answer $code without a fault, and the same ones every time', (form) => {
  const prepared = prepare(form)
  const attributes = { channel: 'qr', office: '7' }
  const all = (seed: number) => {
    const random = makeRandom(seed, form.code)
    return Array.from({ length: 60 }, () => answersOf(prepared, { mood: random.next(), attributes, lists }, random))
  }
  const faults = all(1).flatMap((given) => judge(prepared, { ...given, attributes }).errors)
  expect(faults).toEqual([])
  expect(all(1)).toEqual(all(1))
  expect(all(1)).not.toEqual(all(2))
})
