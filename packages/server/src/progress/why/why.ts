import {
  type Contribution,
  contributionsOf,
  type KeyCounts,
  WHY_DIMENSIONS,
  type WhyDimension,
} from '@otklik/model/contributions'
import { round4, round4OrNull, share } from '@otklik/model/indicators'
import { type Why, type WhyContribution, type WhyIndicator } from '@otklik/model/progress/api'
import { together } from '../../platform/together.ts'
import { type Asked, filterOf, type FilterDeps } from '../indicators/rows.ts'
import type { Reader } from '../executor.ts'
import type { Period } from '../period.ts'
import type { LedgerView } from '../ports.ts'
import { countApplicants } from './count-applicants.ts'
import { countKeys, countWhole, type Question } from './count-keys.ts'
import { countStatuses } from './count-statuses.ts'
import { periodsOf } from './periods.ts'

export interface WhyAsked extends Omit<Asked, keyof Period>, Period {
  readonly indicator: WhyIndicator
  /** 'YYYY-MM:YYYY-MM'; by `versus` where it is not given. */
  readonly against?: string
}
export interface WhyDeps extends FilterDeps {
  readonly ch: Reader
  readonly ledger: Pick<LedgerView, 'unfinishedPackages'>
}

/**
 * «Почему выросло»: the change of a share between two periods, taken apart by each dimension asked for. The totals of every
 * dimension add up to the change. JSON of `otklik why`; numbers in percent and points, rounded to 4 decimals.
 */
export async function explainChange(deps: WhyDeps, asked: WhyAsked, by: readonly WhyDimension[]): Promise<Why> {
  const { indicator, against, versus, from, to, ...slice } = asked
  const question: Question = {
    indicator,
    periods: periodsOf({ from, to, against, versus }),
    filter: await filterOf(deps, slice),
  }
  const whole = await countWhole(deps.ch, question)
  const dimensions = WHY_DIMENSIONS.filter((dimension) => by.includes(dimension))
  const contributions = await together(
    dimensions.map(async (dimension) => {
      const keys = await keysOf(deps, question, whole, dimension)
      return contributionsOf(whole, keys, dimension === 'status' ? 'numerator' : 'denominator').map(printed)
    }),
  )
  return {
    ...sharesOf(whole),
    by: Object.fromEntries(dimensions.map((dimension, at) => [dimension, contributions[at] ?? []])),
  }
}

async function keysOf(
  deps: WhyDeps,
  question: Question,
  whole: KeyCounts,
  dimension: WhyDimension,
): Promise<KeyCounts[]> {
  if (dimension === 'applicant') return countApplicants(deps.ch, question)
  if (dimension === 'status') return countStatuses(deps.ch, question, whole, await deps.ledger.unfinishedPackages())
  if (dimension === 'authority') return byAuthority(deps, await countKeys(deps.ch, question, 'service'))
  return countKeys(deps.ch, question, dimension)
}

/** Services put together under their authority; those the register doesn't know stand under ''. */
async function byAuthority({ register }: WhyDeps, services: readonly KeyCounts[]): Promise<KeyCounts[]> {
  const known = await register.services()
  const groups = Map.groupBy(services, ({ key }) => known.get(key)?.authority ?? '')
  return [...groups].map(([key, list]) => ({ key, a: sum(list, 'a'), b: sum(list, 'b') }))
}

const sum = (list: readonly KeyCounts[], period: 'a' | 'b') => ({
  n: list.reduce((total, one) => total + one[period].n, 0),
  x: list.reduce((total, one) => total + one[period].x, 0),
})

function sharesOf({ a, b }: KeyCounts): Pick<Why, 'a' | 'b' | 'change'> {
  const [before, after] = [share(a.x, a.n).value, share(b.x, b.n).value]
  return {
    a: { n: a.n, x: a.x, value: round4OrNull(before) },
    b: { n: b.n, x: b.x, value: round4OrNull(after) },
    change: before === null || after === null ? null : round4(after - before),
  }
}

const printed = ({ key, a, b, rate, mix, total, low, high }: Contribution): WhyContribution => ({
  key,
  n_a: a.n,
  x_a: a.x,
  n_b: b.n,
  x_b: b.x,
  rate_effect: round4(rate),
  mix_effect: round4(mix),
  total: round4(total),
  low: round4OrNull(low),
  high: round4OrNull(high),
})
