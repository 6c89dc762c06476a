import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../statistics/index.ts'
import { prepare } from '../answering/index.ts'
import { builtInQuestionnaires } from '../built-in/index.ts'
import { form1 } from '../built-in/form-1.ts'
import { randomWalker } from '../check/walks.ts'
import { planResults } from './counted-items.ts'
import { groupingBy, hiddenGroups } from './grouping.ts'
import { type Given, resultsFor, tallyOf } from './results.fixture.ts'
import { resultsOf } from './results.ts'
import { type Cells, type Tally, tallyOfRows, type TallyRow } from './tally.ts'

const forms = builtInQuestionnaires.map(prepare)
const by = ['rating', 'q28', 'q1.time', 'q4']

/** Random respondents of a built-in form, by numbers that can be read when a property fails. */
const cases = fc.record({
  formAt: fc.nat(forms.length - 1),
  seed: fc.integer(),
  size: fc.integer({ min: 0, max: 60 }),
})
function answersOf({ formAt, seed, size }: { formAt: number; seed: number; size: number }) {
  const form = forms[formAt] ?? prepare(form1)
  const random = seededRandom(seed)
  const walk = randomWalker(form, { skip: 0.2 })
  const sets = Array.from({ length: size }, (): Given => ({ ...walk(random).set, excluded: random() < 0.1 }))
  return { form, sets, name: by.find((code) => form.items.has(code)) ?? 'service' }
}

function rowsOf({ all, groups }: Tally): TallyRow[] {
  const rows = (group: string | null, cells: Cells): TallyRow[] =>
    [...cells].flatMap(([item, keys]) => [...keys].map(([key, count]) => ({ group, item, key, count })))
  return [...rows(null, all), ...[...groups].flatMap(([group, cells]) => rows(group, cells))]
}

test('sums kept in a store give the results of the answers themselves, however they are parted', () => {
  fc.assert(
    fc.property(cases, fc.nat(60), (given, cut) => {
      const { form, sets, name } = answersOf(given)
      const parts = [sets.slice(0, cut), sets.slice(cut)].map((part) => tallyOf(form, part, name))
      const whole = tallyOf(form, sets, name)
      const kept = tallyOfRows(whole.sets, parts.flatMap(rowsOf).toReversed())
      const found = groupingBy(planResults(form), name)
      const grouping = 'grouping' in found ? found.grouping : undefined
      const plan = planResults(form)
      expect(resultsOf(plan, kept, { grouping })).toEqual(resultsFor(form, sets, { by: name }))
    }),
    { numRuns: 60 },
  )
})

test('the order of answers does not matter', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { form, sets, name } = answersOf(given)
      const results = JSON.stringify(resultsFor(form, sets, { by: name }))
      expect(JSON.stringify(resultsFor(form, sets.toReversed(), { by: name }))).toBe(results)
    }),
    { numRuns: 40 },
  )
})

test('counts hold together, and every interval its value', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { form, sets } = answersOf(given)
      const results = resultsFor(form, sets)
      const { read, used, ...lost } = results.n
      expect(read).toBe(used + Object.values(lost).reduce((sum, count) => sum + count, 0))
      for (const { n, options, type, figures } of results.questions) {
        expect(n.shown).toBe(n.answered + n.skipped)
        expect(n.shown).toBeLessThanOrEqual(used)
        if (type === 'one') expect(options.reduce((sum, { count }) => sum + count, 0)).toBe(n.answered)
        // The interval of `net` and `nps` lies around the adjusted counts and need not hold the value.
        const { mean, top2, satisfied } = figures
        const ofFigures = [mean, top2, satisfied].map((figure) => ({ share: null, low: null, high: null, ...figure }))
        for (const { share, low, high, ...more } of [...options, ...ofFigures]) {
          const value = 'value' in more ? (more.value ?? null) : share
          if (value === null || low === null || high === null) continue
          expect(low).toBeLessThanOrEqual(value)
          expect(high).toBeGreaterThanOrEqual(value)
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('no hidden group can be found by subtracting the shown ones', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 12 }), (given, minCell) => {
      const hidden = hiddenGroups(given, minCell)
      const people = given.filter((_, at) => hidden[at])
      given.forEach((size, at) => expect(size < minCell && !hidden[at]).toBe(false))
      if (people.length === 0 || people.length === given.length) return
      expect(people.length).toBeGreaterThan(1)
      expect(people.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(minCell)
      // No more than needed: without the largest of those hidden for the others' sake the rest could be found.
      const forOthers = people.filter((size) => size >= minCell)
      const rest = people.toSorted((a, b) => a - b).slice(0, -1)
      if (forOthers.length > 0)
        expect(rest.length < 2 || rest.reduce((sum, size) => sum + size, 0) < minCell).toBe(true)
    }),
  )
})
