import { expect, test } from 'vitest'
import { seededRandom } from '../../statistics/index.ts'
import { judge, prepare } from '../answering/index.ts'
import { builtInQuestionnaires } from '../built-in/index.ts'
import { randomWalker } from '../check/walks.ts'
import { outlineOf } from './outline.ts'

test.each(builtInQuestionnaires.map((questionnaire) => [questionnaire.code, questionnaire] as const))(
  '%s is judged by its outline as by itself',
  (_, questionnaire) => {
    const [whole, outline] = [prepare(questionnaire), prepare(JSON.parse(JSON.stringify(outlineOf(questionnaire))))]
    const random = seededRandom(7)
    const walk = randomWalker(whole, { skip: 0.3 })
    for (let person = 0; person < 50; person++) {
      const { set } = walk(random)
      // Some answers are made wrong, and some hidden ones are given.
      const spoilt = Object.fromEntries(
        Object.entries(set.answers).map(([code, raw]) => [code, random() < 0.1 ? 99 : raw]),
      )
      const answers = { ...spoilt, ...(random() < 0.3 && { q9: 'yes', q11: 3, problem: 'problem' }) }
      expect(judge(outline, { ...set, answers })).toEqual(judge(whole, { ...set, answers }))
    }
  },
)

test('the outline of form 1 is a small part of it', () => {
  const [form] = builtInQuestionnaires
  const size = (value: unknown): number => JSON.stringify(value).length
  expect(form && size(outlineOf(form)) / size(form)).toBeLessThan(0.45)
})
