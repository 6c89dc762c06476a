import { peopleWithRight, type PersonWithRight } from '../../access/index.ts'
import { type Actor, reachOfActor } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** Who can be given a measure: people within reach who may report on theirs. */
export const executors = (db: Db, who: Actor): Promise<PersonWithRight[]> =>
  peopleWithRight(db, 'measures.report', reachOfActor(who))
