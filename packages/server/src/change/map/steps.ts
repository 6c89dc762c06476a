import type { MapEdition } from '@otklik/model/change/api'
import { type MapEvent, type MapFacts, type MapGuard, MAPS, type MapState } from '@otklik/model/change/editions'
import { type Actor, type Caller, displayName, nameOf, recordAudit } from '../../platform/audit/index.ts'
import { hashOf } from '../../platform/papers/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { type Lifecycle, takeStep } from '../../platform/transition.ts'
import { painFigures } from '../figures/figures.ts'
import { processIds } from '../processes/reach.ts'
import { mapProblem } from '../problems.ts'
import { editionOf, factsOf, findMap, type MapRecord } from './record.ts'

interface Maps {
  id: number
  row: MapRecord
  state: MapState
  event: MapEvent
  guard: MapGuard
  facts: MapFacts
  change: {
    figures?: string
    seen?: string
    made_by?: string
    made_who?: string
    made_at?: Date
    approved_by?: string
    approved_at?: Date
  }
}

const lifecycle = (seen?: string): Lifecycle<Maps> => ({
  tableOf: () => MAPS,
  hold: async (tx, id, { who }) => {
    await tx.selectFrom('change_maps').select('id').where('id', '=', id).forUpdate().execute()
    return findMap(tx, id, who)
  },
  factsOf: async (_, row, caller) => factsOf(row, caller, seen),
  refusal: (row, event, refused) => mapProblem(event, row.state, refused),
  save: async (tx, { id }, change) => {
    await tx.updateTable('change_maps').set(change).where('id', '=', id).execute()
  },
  subject: ({ id }) => `map:${id}`,
})

const frozen = async (db: Db, period: string, caller: Caller) => {
  const figures = await painFigures(db, { period }, caller)
  return { figures, seen: hashOf(figures) }
}
const madeNow = ({ who, at }: Caller) => ({ made_by: displayName(who), made_who: nameOf(who), made_at: at })

/** Freezes the map of a period, over all that the caller sees. */
export async function makeMap(db: Db, period: string, caller: Caller): Promise<MapEdition> {
  const { who, from, at } = caller
  const processes = await processIds(db, who)
  const owner = ownerOf(who)
  const { figures, seen } = await frozen(db, period, caller)
  return db.transaction().execute(async (tx) => {
    const earlier = await numbersOf(tx, owner, period)
    const other = earlier.some(({ state }) => state === 'draft')
    const outcome = MAPS.next('make', null, { closed: true, rows: 0, maker: true, seen: true, other })
    if (!('to' in outcome)) throw mapProblem('make', 'draft', outcome.refused)
    const number = Math.max(0, ...earlier.map((one) => one.number)) + 1
    const { id } = await tx
      .insertInto('change_maps')
      .values({
        period,
        owner,
        number,
        processes,
        state: outcome.to,
        figures: JSON.stringify(figures),
        seen,
        ...madeNow(caller),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const after = { period, number, rows: figures.rows.length }
    await recordAudit(tx, { who, what: 'map.made', subject: `map:${id}`, after, from, at })
    return editionOf(await findMap(tx, id, who))
  })
}

/** Editions follow one another within the organisation that somebody acts in. */
const ownerOf = (who: Actor): string =>
  String(who !== 'system' && who.kind === 'user' ? (who.as?.organisation.id ?? 1) : 1)

const numbersOf = (tx: Tx, owner: string, period: string) =>
  tx
    .selectFrom('change_maps')
    .select(['number', 'state'])
    .where('owner', '=', owner)
    .where('period', '=', period)
    .execute()

/** Counts a draft again: what was coded meanwhile comes in. */
export async function countMap(db: Db, id: number, caller: Caller): Promise<MapEdition> {
  const { period } = await findMap(db, id, caller.who)
  const { figures, seen } = await frozen(db, period, caller)
  const change = { figures: JSON.stringify(figures), seen, ...madeNow(caller) }
  return db.transaction().execute(async (tx) => {
    const after = () => ({ rows: figures.rows.length })
    await takeStep(tx, lifecycle(), id, { event: 'count', what: 'map.counted', change, after }, caller)
    return editionOf(await findMap(tx, id, caller.who))
  })
}

/** Approves the rows that were seen; from then on they never change. */
export async function approveMap(db: Db, id: number, seen: string, caller: Caller): Promise<MapEdition> {
  const change = { approved_by: displayName(caller.who), approved_at: caller.at }
  return db.transaction().execute(async (tx) => {
    await takeStep(tx, lifecycle(seen), id, { event: 'approve', what: 'map.approved', change }, caller)
    return editionOf(await findMap(tx, id, caller.who))
  })
}
