import { hasRight, reachOf } from '@otklik/model/access'
import type { AnswerOf } from '@otklik/model/api'
import type { readRoadMap as route } from '@otklik/model/certification/api'
import { ROAD_MAP } from '@otklik/model/certification/procedure'
import { dayOf } from '@otklik/model/days'
import { step } from '@otklik/model/processes'
import { calendarOf } from '../../calendar/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { clockOf } from '../procedure/due.ts'
import { type DescribedProcedure, procedureOf } from '../procedure/rows.ts'
import { aboutOf, type Reader, roadMapOf, roadMaps } from './rows.ts'

/** The road map of a procedure within reach, or whether one can be begun and until when it is to be drafted. */
export async function readRoadMap(db: Db, procedure: number, reader: Reader): Promise<AnswerOf<typeof route>> {
  const described = await procedureOf(db, procedure, reachOf(reader.who))
  const row = await roadMaps(db, reader.who).where('p.id', '=', procedure).executeTakeFirst()
  if (row !== undefined) return { map: roadMapOf(row, reader), due: null, mayBegin: false, refused: null }
  const refused = beginningRefused(described)
  const { due } =
    described.sent_at === null || refused !== null
      ? { due: null }
      : clockOf('road_map_drafted', dayOf(described.sent_at), await calendarOf(db))
  return { map: null, due, mayBegin: hasRight(reader.who, 'road_maps.prepare'), refused }
}

/** Why no road map can be begun; null: it can. */
export function beginningRefused({ sent_at, score, remarks }: DescribedProcedure): string | null {
  const conclusion_sent_at = score?.conclusion === true ? sent_at : null
  const about = aboutOf(
    { content: { steps: [], points: [] }, remarks, conclusion_sent_at },
    { evidence: false, reason: '' },
  )
  const outcome = step(ROAD_MAP, 'begin', null, about)
  return 'to' in outcome ? null : outcome.message
}
