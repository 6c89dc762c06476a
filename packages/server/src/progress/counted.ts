import { countSlices } from './cube/count-slices.ts'
import type { ProgressDeps } from './deps.ts'

/** Months are 'YYYY-MM'. */
export interface Counted {
  readonly service: string
  readonly requests: number
  readonly ratings: number
  readonly from: string | null
  readonly to: string | null
}

/**
 * What the packages hold of a service, of all regions: how many requests and ratings, and of which months. Null where
 * there is nothing.
 */
export async function countedOf({ ch }: Pick<ProgressDeps, 'ch'>, service: string): Promise<Counted | null> {
  const slices = await countSlices(ch, { requestReach: 'everything', service }, ['month'])
  const months = slices.map(({ slice }) => slice.month ?? '').toSorted()
  if (months.length === 0) return null
  return {
    service,
    requests: slices.reduce((sum, { counts }) => sum + counts.submitted, 0),
    ratings: slices.reduce((sum, { counts }) => sum + counts.ratings, 0),
    from: months[0] ?? null,
    to: months.at(-1) ?? null,
  }
}
