import { mayStandUnder, type OrganisationKind, type OrganisationPath } from '@otklik/model/access'
import { problem } from '../../platform/problems/index.ts'
import type { OrganisationRow } from './find.ts'
import { numbersOn } from './above.ts'
import { tooDeep, wrongPlace } from './problems.ts'

/** Levels of the tree; deeper ones would only be a mistake, and their paths would outgrow the index. */
export const MAX_LEVELS = 20

/**
 * Whether an organisation of this kind, with `levels` levels counting itself, may be put under the other. Throws
 * `wrong_place` or `too_deep`.
 */
export function requirePlace(kind: OrganisationKind, parent: OrganisationRow, levels = 1): void {
  if (!mayStandUnder(kind, parent.kind)) throw problem(wrongPlace, kind, parent.kind)
  if (levelOf(parent.path) + levels > MAX_LEVELS) throw problem(tooDeep, MAX_LEVELS)
}

export const levelOf = (path: OrganisationPath): number => numbersOn(path).length
