import { ratingScale } from '../../facts/index.ts'
import type { Check, Compiled, Context } from './check.ts'

const pairs = (criteria: string): string =>
  `arrayFilter(x -> x != '', arrayMap(x -> trimBoth(x), splitByChar('|', ${criteria})))`
const scores = (criteria: string): string =>
  `arrayMap(x -> toUInt64OrZero(extract(x, '([1-5]) *$')), ${pairs(criteria)})`

/** Compiles score and criteria of a rating: `value` is the mean of the criteria, or the score where there are none. */
export function ratingColumns({ cell }: Context): Compiled {
  const [score, criteria] = [cell('score'), cell('criteria')]
  const checks: Check[] = [
    { code: 'required', column: 'score', when: `${score} = '' AND ${criteria} = ''` },
    { code: 'bad_score', column: 'score', when: `${score} != '' AND NOT match(${score}, '^[1-5]$')` },
    {
      code: 'bad_score',
      column: 'criteria',
      when: `arrayExists(x -> NOT match(x, '^[^=]*[^= ][^=]*= *[1-5]$'), ${pairs(criteria)})`,
    },
    {
      code: 'too_long',
      column: 'criteria',
      when: `lengthUTF8(${criteria}) > 10000 OR length(${pairs(criteria)}) > 20`,
    },
  ]
  const mean = `intDiv(arraySum(${scores(criteria)}) * ${ratingScale}, greatest(length(${pairs(criteria)}), 1))`
  const value = `if(notEmpty(${pairs(criteria)}), ${mean}, toUInt64OrZero(${score}) * ${ratingScale})`
  return { values: { score: `toUInt8OrZero(${score})`, criteria, value }, checks, untimed: [], steps: [] }
}
