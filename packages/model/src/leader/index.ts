import { formatNumber } from '../print/index.ts'
import { monthsTitle, monthTitle } from '../months/index.ts'
import { type Counted, newcombe, wilson } from '../statistics/index.ts'

interface Months {
  readonly from: string
  readonly to: string
}

/** What a leader's page is said from; months are `YYYY-MM`, both included. */
export interface LeaderFacts {
  readonly period: Months
  readonly previous: Months
  /** Refused out of decided requests of the two periods. */
  readonly refusals: { readonly now: Counted; readonly before: Counted }
  /** Growths that go on and nobody has acknowledged, the most urgent first; `remains`: not explained by chance. */
  readonly cases: readonly { readonly serviceName: string; readonly remains: boolean | null }[]
  readonly closedThrough: string
  /** Of the last `days` days. */
  readonly packages: { readonly missing: number; readonly late: number; readonly days: number }
}

/** Where things stand, what asks for attention, how far the data can be trusted: three Russian sentences, always three. */
export const leaderSentences = (facts: LeaderFacts): [string, string, string] => [
  standing(facts),
  attention(facts.cases),
  data(facts),
]

const percent = (share: number): string => formatNumber(100 * share, 1)

function standing({ period, previous, refusals: { now, before } }: LeaderFacts): string {
  const title = monthsTitle(period.from, period.to)
  if (now.n === 0) return `За период «${title}» решений нет, сравнивать нечего.`
  const { low, high } = wilson(now.x, now.n)
  const value = `${percent(now.x / now.n)} % (${percent(low)}–${percent(high)}; решений: ${formatNumber(now.n, 0)})`
  return `Доля отказов за период «${title}» – ${value}; ${against(now, before, monthsTitle(previous.from, previous.to))}.`
}

/** A difference is called one where its interval leaves out zero, and what is printed is not zero. */
function against(now: Counted, before: Counted, title: string): string {
  if (before.n === 0) return `с периодом «${title}» сравнить нельзя, решений за него нет`
  const { difference, low, high } = newcombe(now, before)
  const points = percent(Math.abs(difference))
  if ((low <= 0 && high >= 0) || points === percent(0))
    return `отличие от периода «${title}» не больше того, что бывает случайно`
  return `это на ${points} п. п. ${difference > 0 ? 'больше' : 'меньше'}, чем за период «${title}»`
}

function attention(cases: LeaderFacts['cases']): string {
  const [first] = cases
  if (first === undefined) return 'Критических значений, которые требуют внимания, нет.'
  const remaining = cases.filter(({ remains }) => remains === true).length
  const chance = remaining === 0 ? 'все они могут быть случайными' : `не объясняются случайностью: ${remaining}`
  return `Случаев критических значений, которые требуют внимания: ${cases.length}, ${chance}; начать с услуги «${first.serviceName}».`
}

function data({ closedThrough, packages: { missing, late, days } }: LeaderFacts): string {
  const faults = [
    ...(missing > 0 ? [`не пришло: ${missing}`] : []),
    ...(late > 0 ? [`пришло позже срока: ${late}`] : []),
  ]
  const lately = faults.length === 0 ? 'все ожидаемые пакеты пришли в срок' : `пакетов ${faults.join(', ')}`
  return `Данные полны по ${monthTitle(closedThrough)}; за последние дни (${days}) ${lately}.`
}
