import type { Respondents } from '@otklik/model/progress/api'
import { add, type Counts, nothing } from '../cube/counts.ts'
import { countSlices } from '../cube/count-slices.ts'
import { figuresOf } from '../indicators/figures.ts'
import { closedThrough, monthsInData, type Period, recentAndRunning } from '../period.ts'
import type { Scope } from '../scope.ts'
import { reachesWholeService } from '../reach.ts'
import { type LatestRatings, latestRatings } from './latest.ts'

type Row = Respondents['rows'][number]
type Packages = Row['packages']

/** What was counted of some services together. */
interface Gathered {
  readonly services: number
  readonly counts: Counts
  readonly today: number
  readonly last: string | null
}
const none: Gathered = { services: 0, counts: nothing, today: 0, last: null }

/**
 * How many people have rated the services of each authority: a rating is a respondent. Authorities within reach stand
 * there without a rating too; others with the ratings that are within reach. Source: инструкция, приложение № 7, пункт 3.
 */
export async function readRespondents(deps: Scope, asked: Partial<Period>): Promise<Respondents> {
  const today = deps.today()
  const closed = closedThrough(today, deps.closesAfterDays)
  const period = recentAndRunning(asked, await monthsInData(deps.ch, deps.requestReach), today, closed)
  const filter = { ...period, requestReach: deps.requestReach }
  const unfinished = await deps.ledger.unfinishedPackages()
  const [slices, latest, services, packages] = await Promise.all([
    countSlices(deps.ch, filter, ['service']),
    latestRatings(deps.ch, filter, { unfinished, today }),
    deps.register.services(),
    deps.ledger.packagesByAuthority(period, deps.reach),
  ])
  const gathered = new Map((await authoritiesWithin(deps)).map((authority) => [authority, none]))
  for (const { slice, counts } of slices) {
    if (counts.ratings === 0) continue
    const service = slice.service ?? ''
    const authority = services.get(service)?.authority ?? ''
    gathered.set(authority, gather(gathered.get(authority) ?? none, counts, latest.get(service)))
  }
  const rows = [...gathered].map(([authority, found]) => ({
    authority,
    ...shown(found, packages.authorities.get(authority) ?? null),
  }))
  const all = [...gathered.values()].reduce(together, none)
  return { period, total: shown(all, packages.total), rows: rows.toSorted(mostFirst) }
}

/** Every authority whose services the caller has whole. */
async function authoritiesWithin({ register, reach, requestReach }: Scope): Promise<string[]> {
  const services = [...(await register.services())].filter(([id]) => reachesWholeService(requestReach, id))
  const names = services.flatMap(([, { authority }]) => authority ?? [])
  return [...new Set([...reach.authorities, ...names])]
}

const later = (a: string | null, b: string | null): string | null => ((a ?? '') < (b ?? '') ? b : a)

const gather = (before: Gathered, counts: Counts, latest: LatestRatings | undefined): Gathered =>
  together(before, { services: 1, counts, today: latest?.today ?? 0, last: latest?.last ?? null })

const together = (a: Gathered, b: Gathered): Gathered => ({
  services: a.services + b.services,
  counts: add(a.counts, b.counts),
  today: a.today + b.today,
  last: later(a.last, b.last),
})

const shown = ({ services, counts, today, last }: Gathered, packages: Packages): Omit<Row, 'authority'> => ({
  services,
  respondents: counts.ratings,
  today,
  csi: figuresOf(counts).csi,
  lastRatedAt: last,
  packages,
})

const russian = new Intl.Collator('ru')
/** What the register gives to nobody stands last. */
function mostFirst(a: Row, b: Row): number {
  if ((a.authority === '') !== (b.authority === '')) return a.authority === '' ? 1 : -1
  return b.respondents - a.respondents || russian.compare(a.authority, b.authority)
}
