import type { Before } from '@otklik/model/certification/procedure'
import type { Tx } from '../../platform/postgres/open.ts'
import { numberOf } from '../objects/object-row.ts'

/**
 * The certification of an object before: its last certificate, with the level and the repetitions of the last paper of
 * any kind. A certificate from before this system stands in the single list alone: of it the road map is taken for
 * carried out unless the list of the year says otherwise.
 */
export async function beforeOf(tx: Tx, object: number, roadMapFailed: boolean): Promise<Before | null> {
  const papers = await tx
    .selectFrom('certification_documents as d')
    .innerJoin('certification_procedures as p', 'p.id', 'd.procedure_id')
    .select(['d.type', 'd.level', 'd.equal_repeats', 'd.valid_from', 'd.valid_to', 'd.ended_on', 'p.road_map_day'])
    .where('d.object_id', '=', object)
    .where('d.type', 'in', ['certificate', 'conclusion'])
    .orderBy('d.id', 'desc')
    .execute()
  const [last] = papers
  const certificate = papers.find(({ type }) => type === 'certificate')
  if (last === undefined || certificate?.valid_from == null || certificate.valid_to === null)
    return listedBefore(tx, object, roadMapFailed)
  return {
    level: last.level,
    certificate: { validFrom: certificate.valid_from, validTo: certificate.valid_to, endedOn: certificate.ended_on },
    roadMapDone: last.road_map_day !== null,
    equalRepeats: last.equal_repeats,
  }
}

async function listedBefore(tx: Tx, object: number, roadMapFailed: boolean): Promise<Before | null> {
  const row = await tx
    .selectFrom('certification_objects')
    .select(['level', 'valid_from', 'valid_to'])
    .where('id', '=', object)
    .executeTakeFirst()
  const level = numberOf(row?.level ?? null)
  if (level === null || row?.valid_from == null || row.valid_to === null) return null
  return {
    level: Math.round(level),
    certificate: { validFrom: row.valid_from, validTo: row.valid_to, endedOn: null },
    roadMapDone: !roadMapFailed,
    equalRepeats: 0,
  }
}
