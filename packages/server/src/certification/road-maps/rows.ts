import { hasRight, type Principal, reachOf } from '@otklik/model/access'
import type { RoadMap } from '@otklik/model/certification/api'
import { controlPointStates, type RemarkKind, REMARK_KINDS, ROAD_MAP } from '@otklik/model/certification/procedure'
import { numbersOf, overdueSteps, roadMapAbout } from '@otklik/model/certification/road-map'
import { dayOf } from '@otklik/model/days'
import { actorsOf, step } from '@otklik/model/processes'
import { sql } from 'kysely'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { act } from '../act.ts'
import { procedures } from '../procedure/rows.ts'

export interface KeptRemark {
  readonly kind: RemarkKind
  readonly text: string
}

/** Road maps (`m`) of procedures within reach, with what their conclusions say. */
export const roadMaps = (db: Db, who: Principal) =>
  procedures(db, reachOf(who))
    .innerJoin('certification_road_maps as m', 'm.procedure_id', 'p.id')
    .selectAll('m')
    .select(['e.name', 'e.authority', 'p.sent_at as conclusion_sent_at'])
    .select(sql<KeptRemark[]>`p.remarks`.as('remarks'))

export type RoadMapRow = Awaited<ReturnType<ReturnType<typeof roadMaps>['executeTakeFirstOrThrow']>>

/** One of them; 404 where there is none within reach. */
export async function roadMapRow(db: Db, id: number, who: Principal): Promise<RoadMapRow> {
  const row = await roadMaps(db, who).where('m.id', '=', id).executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}

export interface Reader {
  readonly who: Principal
  readonly at: Date
}

export function roadMapOf(row: RoadMapRow, reader: Reader): RoadMap {
  const { id, procedure_id: procedure, version, state, content, remarks } = row
  const today = dayOf(reader.at)
  const numbers = numbersOf(content.steps)
  const late = new Set(overdueSteps(content, today))
  const done = content.steps.filter((one) => one.done !== null).length
  const returned = act(row.returned_by, row.returned_at)
  return {
    id,
    procedure,
    version,
    state,
    steps: content.steps.map((one, at) => ({
      ...one,
      remarks: [...one.remarks],
      number: numbers[at] ?? '',
      overdue: late.has(one),
    })),
    points: controlPointStates(content.points, { all: content.steps.length, done }, today),
    remarks: remarks.map(({ kind, text }) => `${REMARK_KINDS[kind]}: ${text}`),
    begun: { by: row.begun_by, at: row.begun_at.toISOString() },
    submitted: act(row.submitted_by, row.submitted_at),
    returned: returned && { ...returned, reason: row.returned_reason ?? '' },
    agreed: act(row.agreed_by, row.agreed_at),
    approved: act(row.approved_by, row.approved_at),
    finished: act(row.finished_by, row.finished_at),
    moves: movesOf(row, reader),
  }
}

const EVENTS = ['edit', 'submit', 'return', 'agree', 'approve', 'report', 'amend', 'finish'] as const

/** The moves that the state knows and the reader's rights allow, each with what is in its way. */
function movesOf(row: RoadMapRow, { who }: Reader): RoadMap['moves'] {
  const about = aboutOf(row, { evidence: true, reason: 'указана' })
  const centre = reachOf(who).everything
  return EVENTS.flatMap((event) => {
    const may = actorsOf(ROAD_MAP, event).some((actor) => hasRight(who, actor))
    // Agreeing is the Centre's; in a part of the system its roles have no say.
    if (!may || (!centre && (event === 'agree' || event === 'return'))) return []
    const outcome = step(ROAD_MAP, event, row.state, about)
    if ('refused' in outcome && outcome.refused === 'state') return []
    return [{ event, name: ROAD_MAP.events[event], refused: 'to' in outcome ? null : outcome.message }]
  })
}

export const aboutOf = (
  { content, remarks, conclusion_sent_at }: Pick<RoadMapRow, 'content' | 'remarks' | 'conclusion_sent_at'>,
  given: { readonly evidence: boolean; readonly reason: string },
) => roadMapAbout(content, remarks.length, { conclusionSent: conclusion_sent_at !== null, ...given })
