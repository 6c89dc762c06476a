import type { IndicatorRow } from '@otklik/model/progress/api'
import { NOT_GIVEN } from '@otklik/model/indicators'
import type { Against } from '@otklik/model/months'
import { add, type Counts } from '../cube/counts.ts'
import { countSlices, type CubeKey, cubeKeys, type Slice } from '../cube/count-slices.ts'
import type { Reader } from '../executor.ts'
import type { Filter } from '../filter.ts'
import type { RegisterView } from '../ports.ts'
import type { RequestReach } from '../reach.ts'
import { figuresOf } from './figures.ts'

/** Everything a figure can be cut by, in the order of the keys of an answer. */
export const sliceKeys = ['service', 'subservice', 'region', 'authority', 'office', 'channel', 'month'] as const
export type SliceName = (typeof sliceKeys)[number]
/** The keys asked for, in their order. */
export const slicesIn = (by: readonly SliceName[]): SliceName[] => sliceKeys.filter((key) => by.includes(key))
export type SliceOf = IndicatorRow['slice']

/** A slice as asked for: the authority is turned into its services. */
export interface Asked extends Omit<Filter, 'services' | 'otherThan' | 'requestReach'> {
  readonly authority?: string
  /** What the period is held against, where it is. */
  readonly versus?: Against
}

export function indicatorRow(slice: SliceOf, counts: Counts, name?: string): IndicatorRow {
  return { slice, ...(name === undefined ? {} : { name }), ...figuresOf(counts) }
}

/** What a filter is made with: nothing is counted without saying of which part. */
export interface FilterDeps {
  readonly register: RegisterView
  readonly requestReach: RequestReach
}

/**
 * The filter of the cube for what was asked: an authority that has no services asks for nothing, not for everything. No
 * authority is given for services that the register doesn't know, too.
 */
export async function filterOf(
  { register, requestReach }: FilterDeps,
  { authority, versus: _, ...rest }: Asked,
): Promise<Filter> {
  if (authority === undefined) return { ...rest, requestReach }
  const given = [...(await register.services())].filter(([, service]) => service.authority)
  if (authority === NOT_GIVEN || authority === '') return { ...rest, otherThan: given.map(([id]) => id), requestReach }
  const services = given.filter(([, service]) => service.authority === authority)
  return { ...rest, services: services.map(([id]) => id), requestReach }
}

/** The figures of every slice that has anything, sorted by slice. */
export async function indicatorRows(
  deps: FilterDeps & { readonly ch: Reader },
  asked: Asked,
  by: readonly SliceName[],
): Promise<IndicatorRow[]> {
  const filter = await filterOf(deps, asked)
  const slices = by.includes('authority')
    ? await countByAuthority(deps, filter, by)
    : await countSlices(
        deps.ch,
        filter,
        cubeKeys.filter((key) => by.includes(key)),
      )
  const naming = await namer(deps.register, by)
  return slices.toSorted(bySlice).map(({ slice, counts }) => indicatorRow(slice, counts, naming(slice)))
}

interface Cut {
  readonly slice: SliceOf
  readonly counts: Counts
}

/** Counts by service, then adds up the services of each authority; services the register doesn't know stand under ''. */
async function countByAuthority(
  { ch, register }: { ch: Reader; register: RegisterView },
  filter: Filter,
  by: readonly SliceName[],
): Promise<Cut[]> {
  const services = await register.services()
  const keys: CubeKey[] = cubeKeys.filter((key) => key === 'service' || by.includes(key))
  const cuts = new Map<string, Cut>()
  for (const { slice, counts } of await countSlices(ch, filter, keys)) {
    const cut = withAuthority(slice, services.get(slice.service ?? '')?.authority ?? '', by)
    const key = JSON.stringify(Object.entries(cut))
    const before = cuts.get(key)
    cuts.set(key, { slice: cut, counts: before ? add(before.counts, counts) : counts })
  }
  return [...cuts.values()]
}

function withAuthority(slice: Slice['slice'], authority: string, by: readonly SliceName[]): SliceOf {
  const full: SliceOf = { ...slice, authority }
  return Object.fromEntries(slicesIn(by).map((key) => [key, full[key]]))
}

/** By the values of the keys in their order, code unit by code unit: the same everywhere. */
function bySlice(a: Cut, b: Cut): number {
  for (const key of sliceKeys) {
    const [left, right] = [a.slice[key] ?? '', b.slice[key] ?? '']
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/** Names of slices where one of service, region or authority is asked for alone. */
async function namer(
  register: RegisterView,
  by: readonly SliceName[],
): Promise<(slice: SliceOf) => string | undefined> {
  const named = by.filter((key) => key === 'service' || key === 'region' || key === 'authority')
  const [key] = named
  if (named.length !== 1 || key === undefined) return () => undefined
  if (key === 'authority') return (slice) => slice.authority
  if (key === 'region') {
    const regions = await register.regions()
    return (slice) => regions.get(slice.region ?? '')
  }
  const services = await register.services()
  return (slice) => services.get(slice.service ?? '')?.name
}
