import { BUILT_IN_RUBRICATOR, type Rubricator } from '@otklik/model/change/rubricator'
import { createSuggester, learnTopics } from '@otklik/model/change/topics'
import { seededRandom } from '@otklik/model/statistics'
import { expect, test } from 'vitest'
import { stem } from '../language/stem.ts'
import { ANSWERS } from './answers.fixture.ts'

const CODES = new Set(ANSWERS.map(({ code }) => code))
const rubricator: Rubricator = { edition: 1, topics: BUILT_IN_RUBRICATOR.topics.filter(({ code }) => CODES.has(code)) }
const SEEDS = [1, 2, 3]
const CODED = 220

/** What a model learned from the first texts of an order suggests for the rest, over several orders; shares in percent. */
function measured(coded: number, words: Rubricator | null) {
  const outcomes = SEEDS.flatMap((seed) => {
    const order = shuffled(seed)
    const learned = order.slice(0, coded).map(({ code, text }) => ({ text, codes: [code] }))
    const suggest = createSuggester(learnTopics(learned, words, stem), stem)
    return order.slice(CODED).map(({ code, text }) => {
      const { suggestions, auto } = suggest(text)
      return { place: suggestions.findIndex((one) => one.code === code), auto }
    })
  })
  const share = (part: readonly unknown[], of: readonly unknown[]): number => (100 * part.length) / of.length
  const accepted = outcomes.filter(({ auto }) => auto)
  return {
    top1: share(
      outcomes.filter(({ place }) => place === 0),
      outcomes,
    ),
    top3: share(
      outcomes.filter(({ place }) => place >= 0),
      outcomes,
    ),
    accepted: share(accepted, outcomes),
    right: share(
      accepted.filter(({ place }) => place === 0),
      accepted,
    ),
  }
}

function shuffled(seed: number): typeof ANSWERS {
  const random = seededRandom(seed)
  return ANSWERS.map((answer) => ({ answer, key: random() }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ answer }) => answer)
}

test.each([
  ['coded answers alone', CODED, null, 38, 62],
  ['coded answers and words', CODED, rubricator, 58, 80],
  ['words alone', 0, rubricator, 52, 68],
] as const)('%s: the right one of 14 topics first, and among three', (name, coded, words, first, three) => {
  const { top1, top3, accepted, right } = measured(coded, words)
  const auto =
    accepted > 0 ? `, ${accepted.toFixed(0)} % accepted by themselves, ${right.toFixed(0)} % of them right` : ''
  process.stdout.write(`${name}: top-1 ${top1.toFixed(1)} %, top-3 ${top3.toFixed(1)} %${auto}\n`)
  expect(top1).toBeGreaterThanOrEqual(first)
  expect(top3).toBeGreaterThanOrEqual(three)
  if (accepted > 0) expect(right).toBeGreaterThanOrEqual(85)
})
