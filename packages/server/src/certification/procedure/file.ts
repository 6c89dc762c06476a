import { hasRight, type Principal, reachOf, rightsOfPrincipal } from '@otklik/model/access'
import type { ProcedureFile } from '@otklik/model/certification/api'
import { categoryOf } from '@otklik/model/certification'
import { OBJECT_PROCEDURE } from '@otklik/model/certification/procedure'
import { actorsOf, step } from '@otklik/model/processes'
import type { Db } from '../../platform/postgres/open.ts'
import { act } from '../act.ts'
import { aboutOf, type Kept, keptOf } from './facts.ts'
import { dueOf } from './due.ts'
import { levelOf } from './level.ts'
import { requestFacts, sheetFacts } from './file-parts.ts'
import { procedureDocuments } from './file-documents.ts'
import { type DescribedProcedure, procedureOf } from './rows.ts'
import type { ScoreRefusal, ScoreResult } from '@otklik/model/certification/score'

interface Reader {
  readonly who: Principal
  readonly at: Date
}

/** Everything about the certification of one object within reach, with what the reader may do now. */
export async function readProcedure(
  { db, publicUrl }: { db: Db; publicUrl: string },
  id: number,
  reader: Reader,
): Promise<ProcedureFile> {
  const kept = await keptOf(db, await procedureOf(db, id, reachOf(reader.who)))
  const { row } = kept
  const [documents, due] = await Promise.all([procedureDocuments(db, id, publicUrl), dueOf(db, row)])
  const { name, kind, authority, region, service, address, mass, state, year, reason, remarks } = row
  return {
    id,
    object: row.object_id,
    year,
    name,
    kind,
    category: categoryOf(kind),
    authority,
    region,
    service,
    address,
    mass,
    state,
    reason,
    ...actsOf(row),
    sheets: sheetFacts(kept, reader.who),
    requests: requestFacts(kept, reader.at),
    remarks: [...remarks],
    score: printable(row.score ?? levelOf(kept, reader.at)),
    documents,
    ...due,
    steps: stepsOf(kept, reader),
    ...permissions(row, reader.who),
  }
}

/** The contract's arrays may be written to. */
const printable = (score: ScoreResult | ScoreRefusal | null): ProcedureFile['score'] =>
  score === null ? null : { ...score, reasons: [...score.reasons] }

function actsOf(row: DescribedProcedure) {
  const [returned, sent, excluded] = [
    act(row.returned_by, row.returned_at),
    act(row.sent_by, row.sent_at),
    act(row.excluded_by, row.excluded_at),
  ]
  return {
    begun: { by: row.begun_by, at: row.begun_at.toISOString() },
    submitted: act(row.submitted_by, row.submitted_at),
    returned: returned && { ...returned, reason: row.returned_reason ?? '' },
    fixed: act(row.fixed_by, row.fixed_at),
    sent: sent && row.sending && { ...sent, ...row.sending },
    excluded: excluded && { ...excluded, reason: row.excluded_reason ?? '' },
    roadMapDone:
      row.road_map_day === null
        ? null
        : { day: row.road_map_day, evidence: row.road_map_evidence ?? '', by: row.road_map_by ?? '' },
  }
}

function permissions({ state, score }: DescribedProcedure, who: Principal) {
  const centre = reachOf(who).everything
  return {
    mayAssess: centre && state === 'assessing' && hasRight(who, 'certification.assess'),
    mayAnswer: state === 'assessing' && hasRight(who, 'certification.answer'),
    mayReportRoadMap: state === 'sent' && score?.conclusion === true && hasRight(who, 'road_maps.coordinate'),
  }
}

const EVENTS = ['request', 'submit', 'return', 'fix', 'send', 'exclude'] as const
/** Guards of what is typed with the step itself: whoever looks has typed nothing yet. */
const TYPED = { reason: 'указана', requestDue: '9999-12-31', addressees: true } as const

/** The steps that the state knows and the reader's rights allow, each with what is in its way. */
function stepsOf(kept: Kept & { readonly row: DescribedProcedure }, { who, at }: Reader): ProcedureFile['steps'] {
  if (!reachOf(who).everything) return []
  const rights: readonly string[] = rightsOfPrincipal(who)
  const about = aboutOf(kept, who, at, TYPED)
  return EVENTS.flatMap((event) => {
    const may = actorsOf(OBJECT_PROCEDURE, event).some((actor) => rights.includes(actor))
    const outcome = step(OBJECT_PROCEDURE, event, kept.row.state, about)
    if (!may || ('refused' in outcome && outcome.refused === 'state')) return []
    return [{ event, name: OBJECT_PROCEDURE.events[event], refused: 'to' in outcome ? null : outcome.message }]
  })
}
