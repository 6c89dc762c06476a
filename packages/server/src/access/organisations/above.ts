import { type OrganisationPath, type Reach, ROOT_PATH } from '@otklik/model/access'
import { sql } from 'kysely'

/** Where the viewer's part of the tree begins; empty: nowhere. */
export const topWithin = ({ everything, top }: Reach): string => (everything ? ROOT_PATH : (top ?? ''))

/** The numbers on a path, from the root down. */
export const numbersOn = (path: OrganisationPath): number[] => path.split('/').filter(Boolean).map(Number)

/** Those from the top of the viewer's part down to the organisation above the last: what is higher is not the viewer's. */
export function numbersAbove(reach: Reach, path: OrganisationPath): number[] {
  return numbersOn(path).slice(numbersOn(topWithin(reach)).length - 1, -1)
}

/** Organisations (`a`) on the path of another one (`o`), itself among them; sorted by the length of theirs, the last is the nearest. */
export const onPathOf = sql<boolean>`a.id = ANY (string_to_array(trim(both '/' from o.path), '/')::int[])`
