import type { AnswerOf } from '@otklik/model/api'
import type { readSignals, Signal } from '@otklik/model/progress/api'
import { fallSeen, findEarlyGrowth, findFall, findGrowth, growthSeen } from '@otklik/model/critical'
import { type Asked, filterOf } from '../indicators/rows.ts'
import type { Scope } from '../scope.ts'
import { reachesWholeService } from '../reach.ts'
import { asFallBase, keptBases } from './bases.ts'
import { judgedMonths } from './expected.ts'
import { readSeries, type ServiceSeries } from './series.ts'

type Seen = Omit<Signal, 'service' | 'serviceName'>
type Base = Parameters<typeof asFallBase>[0]

/**
 * What was seen in the last closed month that is no critical value: of the services that are within reach whole, like the
 * alarms. It is found anew with every look and kept nowhere, so it changes with the figures. Early signs come first: they
 * are the rarest, and what two rises in a row are worth chance decides.
 */
export async function listSignals(
  deps: Scope,
  asked: Pick<Asked, 'service' | 'authority'>,
): Promise<AnswerOf<typeof readSignals>> {
  const month = (await judgedMonths(deps)).at(-1)
  if (month === undefined) return { month: null, signals: [] }
  const [series, bases, names] = await Promise.all([
    readSeries(deps.ch, month, await filterOf(deps, asked)),
    keptBases(deps.db),
    deps.register.services(),
  ])
  const signals = series
    .filter(({ service }) => reachesWholeService(deps.requestReach, service))
    .flatMap((one) =>
      seenIn(one, month, bases.get(one.service)).map((seen): Signal => {
        const { service } = one
        return { ...seen, service, serviceName: names.get(service)?.name ?? service }
      }),
    )
  return { month, signals: signals.toSorted(byKindAndName) }
}

/** What was seen of one service: growth without a run, a fall of the CSI on few ratings, two rises in a row. */
function seenIn(series: ServiceSeries, month: string, base: Base | undefined): Seen[] {
  return (['refusals', 'errors'] as const)
    .flatMap((figure) => growthsSeen(series[figure], figure, month))
    .concat(base && base.to < month ? fallsSeen(series.csi, base, month) : [])
}

function growthsSeen(months: ServiceSeries['refusals'], figure: 'refusals' | 'errors', month: string): Seen[] {
  const options = { figure, closedThrough: month }
  const early = findEarlyGrowth(months, options)
  const growth = findGrowth(months, options)
  return [
    ...(early ? [{ kind: 'without_run', figure, sentence: early.sentence.text } as const] : []),
    ...(growth?.kind === 'observation' ? [{ kind: 'two_rises', figure, sentence: growthSeen(growth) } as const] : []),
  ]
}

function fallsSeen(months: ServiceSeries['csi'], base: Base, month: string): Seen[] {
  const fall = findFall(months, { base: asFallBase(base), closedThrough: month })
  return fall?.kind === 'observation' ? [{ kind: 'few_ratings', figure: 'csi', sentence: fallSeen(fall) }] : []
}

const kinds: readonly Signal['kind'][] = ['without_run', 'few_ratings', 'two_rises']

function byKindAndName(a: Signal, b: Signal): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.serviceName.localeCompare(b.serviceName, 'ru')
}
