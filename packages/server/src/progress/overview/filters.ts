import type { AnswerOf } from '@otklik/model/api'
import type { readFilters as contract } from '@otklik/model/progress/api'
import { closedThrough, monthsInData } from '../period.ts'
import type { Scope } from '../scope.ts'
import { reachCondition } from '../reach.ts'

/** Values for the filter bar: what occurs in the figures that the caller may see, with the names of the register. */
export async function readFilters(deps: Scope): Promise<AnswerOf<typeof contract>> {
  const { sql, params } = reachCondition(deps.requestReach)
  const [data, [values], services, regions] = await Promise.all([
    monthsInData(deps.ch, deps.requestReach),
    deps.ch.query<Record<'services' | 'channels' | 'regions' | 'offices', string[]>>(
      `SELECT groupUniqArray(service_id) AS services, groupUniqArray(channel) AS channels,
         groupUniqArray(region) AS regions, groupUniqArray(office) AS offices FROM cube
       WHERE ${sql}`,
      params,
    ),
    deps.register.services(),
    deps.register.regions(),
  ])
  const ids = values?.services ?? []
  const authorities = ids.map((id) => services.get(id)?.authority ?? '').filter((name) => name !== '')
  return {
    from: data?.from ?? null,
    to: data?.to ?? null,
    closedThrough: data ? closedThrough(deps.today(), deps.closesAfterDays) : null,
    services: ids
      .map((id) => ({
        id,
        name: services.get(id)?.name ?? id,
      }))
      .toSorted(byName),
    channels: words(values?.channels),
    regions: (values?.regions ?? [])
      .map((id) => ({
        id,
        name: regions.get(id) ?? id,
      }))
      .toSorted(byName),
    authorities: words([...new Set(authorities)]),
    offices: words(values?.offices),
  }
}

const russian = new Intl.Collator('ru')
const byName = (a: { name: string }, b: { name: string }): number => russian.compare(a.name, b.name)
const words = (list: readonly string[] = []): string[] => list.filter((word) => word !== '').toSorted(russian.compare)
