import type { AuditEventName, Principal } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type {
  RoadMap,
  reportRoadMapStep as reportRoute,
  saveRoadMap as saveRoute,
} from '@otklik/model/certification/api'
import { ROAD_MAP, type RoadMapAbout } from '@otklik/model/certification/procedure'
import {
  contentFault,
  draftOf,
  numbersOf,
  type RoadMapContent,
  withReports,
} from '@otklik/model/certification/road-map'
import { dayOf } from '@otklik/model/days'
import { refusalMessage } from '@otklik/model/processes'
import type { Updateable } from 'kysely'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { storable, tidy } from '../../platform/text.ts'
import { takeStep } from '../../platform/transition.ts'
import { materialChanged, stepRefused } from '../problems.ts'
import { lockProcedure, requireCentre } from '../procedure/rows.ts'
import { beginningRefused } from './read.ts'
import { aboutOf, roadMapOf, type RoadMapRow, roadMapRow, roadMaps } from './rows.ts'
import type { RoadMapTables } from './tables.ts'

type Change = Updateable<RoadMapTables['certification_road_maps']>
const subjectOf = (id: number): string => `road_map:${id}`

/** Drafts the road map out of the remarks of the conclusion that was sent. */
export const beginRoadMap = (db: Db, procedure: number, caller: Caller<Principal>): Promise<RoadMap> =>
  db.transaction().execute(async (tx) => {
    const row = await lockProcedure(tx, procedure, caller.who)
    const refused = beginningRefused(row)
    if (refused !== null) throw problem(stepRefused, refused)
    const begun = { begun_at: caller.at, begun_by: displayName(caller.who) }
    const added = await tx
      .insertInto('certification_road_maps')
      .values({ procedure_id: procedure, state: 'draft', content: JSON.stringify(draftOf(row.remarks)), ...begun })
      .onConflict((known) => known.column('procedure_id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) throw problem(stepRefused, 'Дорожная карта этого заключения уже составлена. Откройте её.')
    const { who, from, at } = caller
    const after = { procedure, object: row.name }
    await recordAudit(tx, { who, what: 'road_map.begun', subject: subjectOf(added.id), after, from, at })
    return roadMapOf(await roadMapRow(tx, added.id, who), caller)
  })

/** Changes the draft. What was reported done of an approved map that is being changed stays with its step. */
export function saveRoadMap(
  db: Db,
  id: number,
  { version, steps, points }: BodyOf<typeof saveRoute>,
  caller: Caller<Principal>,
): Promise<RoadMap> {
  const given = steps.map((one) => ({
    ...one,
    name: storable(one.name).trim(),
    result: storable(one.result).trim(),
    responsible: tidy(one.responsible),
    related: tidy(one.related),
  }))
  return move(
    db,
    id,
    {
      event: 'edit',
      what: 'road_map.saved',
      version,
      change: ({ content }) => {
        const kept = withReports(given, content.steps)
        const changed = { steps: kept.toSorted((a, b) => a.section - b.section), points }
        return { content: JSON.stringify(changed), version: version + 1 }
      },
      check: (row) => {
        const fault = contentFault({ steps: given.map((one) => ({ ...one, done: null })), points }, row.remarks.length)
        if (fault !== null) throw badField('steps', fault)
      },
      after: { steps: given, points },
    },
    caller,
  )
}

/** Notes that a step was done, and what shows it. */
export function reportRoadMapStep(
  db: Db,
  { id, step }: { readonly id: number; readonly step: number },
  { day, evidence: text }: BodyOf<typeof reportRoute>,
  caller: Caller<Principal>,
): Promise<RoadMap> {
  const evidence = storable(text).trim()
  if (day > dayOf(caller.at)) throw badField('day', 'Мероприятие не может быть выполнено в будущем.')
  return move(
    db,
    id,
    {
      event: 'report',
      what: 'road_map.step_done',
      given: { evidence: evidence !== '' },
      change: ({ content }) => ({ content: JSON.stringify(withDone(content, step, { day, evidence })) }),
      check: ({ content }) => {
        if (content.steps[step - 1] === undefined) throw problem(problems.notFound)
      },
      after: { step, day, evidence },
    },
    caller,
  )
}

const withDone = (
  content: RoadMapContent,
  step: number,
  done: RoadMapContent['steps'][number]['done'],
): RoadMapContent => ({
  ...content,
  steps: content.steps.map((one, at) => (at === step - 1 ? { ...one, done } : one)),
})

/** Asked once the map is found: what is out of reach does not exist. */
const ofCentre = ({ who }: Caller<Principal>) => ({ check: () => requireCentre(who) })

/** Moves that only note who and when. */
const NOTED = {
  submit: { what: 'road_map.submitted', at: 'submitted' },
  agree: { what: 'road_map.agreed', at: 'agreed' },
  approve: { what: 'road_map.approved', at: 'approved' },
} as const

export function noteRoadMap(
  db: Db,
  id: number,
  event: keyof typeof NOTED,
  caller: Caller<Principal>,
): Promise<RoadMap> {
  const { what, at } = NOTED[event]
  const change = { [`${at}_at`]: caller.at, [`${at}_by`]: displayName(caller.who) }
  return move(db, id, { event, what, change: () => change, ...(event === 'agree' && ofCentre(caller)) }, caller)
}

/** Sends it back to be changed, or begins to change what was approved; both for a reason. */
export function reopenRoadMap(
  db: Db,
  id: number,
  { event, reason: given }: { readonly event: 'return' | 'amend'; readonly reason: string },
  caller: Caller<Principal>,
): Promise<RoadMap> {
  const reason = storable(given).trim()
  const change = { returned_at: caller.at, returned_by: displayName(caller.who), returned_reason: reason }
  const what = event === 'return' ? 'road_map.returned' : 'road_map.amended'
  return move(
    db,
    id,
    {
      event,
      what,
      given: { reason },
      change: () => change,
      after: { reason },
      ...(event === 'return' && ofCentre(caller)),
    },
    caller,
  )
}

/** Carried out: from now on the object may be certified again (пункт 31). */
export const finishRoadMap = (db: Db, id: number, caller: Caller<Principal>): Promise<RoadMap> => {
  const by = displayName(caller.who)
  return move(
    db,
    id,
    {
      event: 'finish',
      what: 'road_map.finished',
      change: () => ({ finished_at: caller.at, finished_by: by }),
      also: async (tx, { procedure_id, content }) => {
        const road_map_evidence = `Дорожная карта № ${id}: мероприятия ${numbersOf(content.steps).join(', ')} выполнены.`
        await tx
          .updateTable('certification_procedures')
          .set({ road_map_day: dayOf(caller.at), road_map_evidence, road_map_by: by })
          .where('id', '=', procedure_id)
          .execute()
      },
    },
    caller,
  )
}

interface RoadMapMove {
  readonly event: keyof (typeof ROAD_MAP)['events']
  readonly what: AuditEventName
  readonly given?: { readonly evidence?: boolean; readonly reason?: string }
  /** The version that was changed; none where others do not change it. */
  readonly version?: number
  readonly change: (row: RoadMapRow) => Change
  readonly check?: (row: RoadMapRow) => void
  readonly after?: object
  readonly also?: (tx: Tx, row: RoadMapRow) => Promise<void>
}

interface RoadMaps {
  id: number
  row: RoadMapRow
  state: RoadMapRow['state']
  event: RoadMapMove['event']
  guard: keyof (typeof ROAD_MAP)['guards']
  facts: RoadMapAbout
  change: Change
}

const move = (
  db: Db,
  id: number,
  { event, what, given, version, change, check, after = {}, also }: RoadMapMove,
  caller: Caller<Principal>,
): Promise<RoadMap> =>
  db.transaction().execute(async (tx) => {
    const held = await lockRoadMap(tx, id, caller.who)
    check?.(held)
    if (version !== undefined && held.state === 'draft' && held.version !== version) throw problem(materialChanged)
    const taken = { event, what, change: change(held), after: () => after, ...(also && { also }) }
    await takeStep<RoadMaps>(tx, lifecycleOf(held, given), id, taken, caller)
    return roadMapOf(await roadMapRow(tx, id, caller.who), caller)
  })

const lifecycleOf = (held: RoadMapRow, { evidence = false, reason = '' }: RoadMapMove['given'] = {}) => ({
  tableOf: () => ROAD_MAP.table,
  hold: async () => held,
  factsOf: async () => aboutOf(held, { evidence, reason }),
  refusal: (row: RoadMapRow, event: RoadMapMove['event'], refused: 'state' | RoadMaps['guard'], about: RoadMapAbout) =>
    problem(stepRefused, refusalMessage(ROAD_MAP, event, row.state, { refused, about })),
  save: async (tx: Tx, { id }: RoadMapRow, change: Change) => {
    await tx.updateTable('certification_road_maps').set(change).where('id', '=', id).execute()
  },
  subject: ({ id }: RoadMapRow) => subjectOf(id),
})

async function lockRoadMap(tx: Tx, id: number, who: Principal): Promise<RoadMapRow> {
  const row = await roadMaps(tx, who).where('m.id', '=', id).forUpdate('m').executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}
