import { ratingScale } from '../../facts/index.ts'
import type { Check, Compiled, Context } from './check.ts'
import { isDamaged } from './texts.ts'

const scores = (pairs: string): string => `arrayMap(x -> toUInt64OrZero(extract(x, '([1-5])$')), ${pairs})`
const noPair = `x -> NOT match(x, '^[^=]*[^= ][^=]*= *[1-5]$')`

/** Compiles score and criteria of a rating: `value` is the mean of the criteria, or the score where there are none. */
export function ratingColumns({ cell, trimmed, odd }: Context): Compiled {
  const [score, criteria] = [cell('score'), cell('criteria')]
  const pairs = `arrayFilter(x -> x != '', arrayMap(x -> ${trimmed('x')}, splitByChar('|', ${criteria})))`
  const checks: Check[] = [
    { code: 'required', column: 'score', when: `${score} = '' AND ${criteria} = ''` },
    { code: 'bad_score', column: 'score', when: `${score} != '' AND NOT match(${score}, '^[1-5]$')` },
    {
      code: 'bad_score',
      column: 'criteria',
      when: `arrayExists(${noPair}, ${pairs})`,
      part: `arrayFirstIndex(${noPair}, ${pairs})`,
    },
    {
      code: 'too_long',
      column: 'criteria',
      when: `lengthUTF8(${criteria}) > 10000 OR length(${pairs}) > 20`,
    },
  ]
  if (odd.text) checks.push({ code: 'damaged_text', column: 'criteria', when: isDamaged(criteria) })
  const mean = `intDiv(arraySum(${scores(pairs)}) * ${ratingScale}, greatest(length(${pairs}), 1))`
  const value = `if(notEmpty(${pairs}), ${mean}, toUInt64OrZero(${score}) * ${ratingScale})`
  return { values: { score: `toUInt8OrZero(${score})`, criteria, value }, checks, untimed: [], steps: [] }
}
