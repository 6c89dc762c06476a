import type { AnswerOf } from '@otklik/model/api'
import { hasRight } from '@otklik/model/access'
import type { MapEdition, PainFigures, readMap as route } from '@otklik/model/change/api'
import { compareEditions, MAPS } from '@otklik/model/change/editions'
import { isMonth } from '@otklik/model/months'
import type { Actor, Caller } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processIds } from '../processes/reach.ts'
import { editionOf, factsOf, findMap, type MapRecord, maps } from './record.ts'

export async function listMaps(db: Db, who: Actor): Promise<{ rows: MapEdition[] }> {
  const rows = await maps(db, await processIds(db, who))
    .orderBy('m.period', 'desc')
    .orderBy('m.id', 'desc')
    .execute()
  return { rows: rows.map(editionOf) }
}

type Whole = AnswerOf<typeof route>

export async function readMap(db: Db, id: number, caller: Caller): Promise<Whole> {
  const row = await findMap(db, id, caller.who)
  const facts = factsOf(row, caller)
  const allowed = (['count', 'approve'] as const).filter(
    (event) => mayStep(event, caller.who) && 'to' in MAPS.next(event, row.state, facts),
  )
  return { ...editionOf(row), figures: row.figures, changes: await changesOf(db, row), allowed }
}

const mayStep = (event: 'count' | 'approve', who: Actor): boolean =>
  who !== 'system' && hasRight(who, MAPS.rightFor(event))

/** Against the latest approved edition of the same processes and length before it. */
async function changesOf(db: Db, row: MapRecord): Promise<Whole['changes']> {
  const earlier = await db
    .selectFrom('change_maps')
    .select(['period', 'figures'])
    .where('state', '=', 'approved')
    .where('period', '<', row.period)
    .where('owner', '=', row.owner)
    .orderBy('period', 'desc')
    .execute()
  const before = earlier.find(({ period }) => isMonth(period) === isMonth(row.period))
  if (before === undefined) return null
  const names = new Map(
    [...before.figures.rows, ...row.figures.rows].map((one) => [
      `${one.process}\n${one.problem}`,
      { process: one.processName, problem: one.problemName },
    ]),
  )
  const compared = compareEditions(comparedRows(before.figures), comparedRows(row.figures))
  return {
    before: before.period,
    rows: compared.map(({ process, problem: code, change }) => ({
      ...(names.get(`${process}\n${code}`) ?? { process, problem: code }),
      change,
    })),
  }
}

const comparedRows = ({ rows }: PainFigures) =>
  rows.map((row) => ({ ...row, problem: String(row.problem), priority: row.changed?.priority ?? row.priority }))
