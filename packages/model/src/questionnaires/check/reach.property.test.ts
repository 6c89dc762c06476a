import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../statistics/index.ts'
import { judge, prepare } from '../answering/index.ts'
import type { Condition, Question } from '../document/types.ts'
import { ask, questionnaireOf } from '../questionnaires.fixture.ts'
import { minutesOf } from './minutes.ts'
import { reachProblems } from './reach.ts'
import { randomWalker } from './walks.ts'

/** Conditions over the questions before, made of every comparison that fits them. */
const conditionOver = (codes: readonly string[]): fc.Arbitrary<Condition> => {
  const code = fc.constantFrom('x', 'y')
  const question = fc.constantFrom(...codes)
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ question, is: code }),
    fc.record({ question, notIn: fc.uniqueArray(code, { minLength: 1 }) }),
    fc.record({ question, answered: fc.boolean() }),
    fc.record({ question, count: fc.record({ ge: fc.integer({ min: 1, max: 2 }) }) }),
  )
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 2 }) }),
      fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 2 }) }),
      fc.record({ not: tie('node') }),
    ),
  })).node
}

const questionAt = (at: number): fc.Arbitrary<Question> => {
  const earlier = Array.from({ length: at }, (_, index) => `q${index}`)
  const showIf = at === 0 ? fc.constant(undefined) : fc.option(conditionOver(earlier), { nil: undefined })
  return fc
    .record({
      type: fc.constantFrom('one' as const, 'many' as const),
      end: fc.boolean(),
      required: fc.boolean(),
      showIf,
    })
    .map(({ type, end, required, showIf: condition }) =>
      ask(`q${at}`, type, { options: `x y ${end ? 'stop!' : 'z'}`, required, ...(condition && { showIf: condition }) }),
    )
}
const questions = fc.tuple(...[0, 1, 2, 3].map(questionAt))

/** Every way of answering four questions. */
function* everyAnswer(given: readonly Question[]): Generator<Record<string, unknown>> {
  const third = (question: Question) => question.options?.[2]?.code ?? ''
  const choices = given.map((question) => {
    const codes = ['x', 'y', third(question)]
    const sets = [1, 2, 3, 4, 5, 6, 7].map((bits) => codes.filter((_, at) => bits & (1 << at)))
    return [undefined, ...(question.type === 'one' ? codes : sets)]
  })
  const total = choices.reduce((product, { length }) => product * length, 1)
  for (let number = 0; number < total; number++) {
    let rest = number
    const answers: Record<string, unknown> = {}
    choices.forEach((options, at) => {
      answers[`q${at}`] = options[rest % options.length]
      rest = Math.floor(rest / options.length)
    })
    yield answers
  }
}

test('what is said to be unreachable or always shown is so, and nothing is left out', () => {
  fc.assert(
    fc.property(questions, (given) => {
      const form = prepare(questionnaireOf(given))
      const shown = new Set<string>()
      const missed = new Set<string>()
      for (const answers of everyAnswer(given)) {
        const judged = judge(form, { answers })
        const valid = judged.errors.every(({ code }) => code === 'required')
        if (!valid) continue
        for (const code of judged.shown) shown.add(code)
        const isComplete = judged.ok && judged.outcome === 'complete'
        if (isComplete) for (const { code } of given) if (!judged.shown.includes(code)) missed.add(code)
      }
      const problems = reachProblems(form)
      const said = (code: string) => problems.filter((problem) => problem.code === code).map(({ at }) => at)
      expect(said('unreachable')).toEqual(given.map(({ code }) => code).filter((code) => !shown.has(code)))
      const always = given.filter(({ code, showIf }) => showIf && shown.has(code) && !missed.has(code))
      expect(said('always_shown')).toEqual(always.map(({ code }) => code))
    }),
    { numRuns: 60 },
  )
})

test('random respondents are without errors, and none takes longer than the longest way', () => {
  fc.assert(
    fc.property(questions, fc.integer(), (given, seed) => {
      const form = prepare(questionnaireOf(given))
      const random = seededRandom(seed)
      const walk = randomWalker(form, { skip: 0.3 })
      for (let person = 0; person < 20; person++) {
        const { set, judged } = walk(random)
        expect(judged.errors).toEqual([])
        expect(judge(form, set)).toEqual(judged)
      }
      const minutes = minutesOf(form)
      expect(minutes.median).toBeLessThanOrEqual(minutes.longest)
    }),
    { numRuns: 40 },
  )
})
