import { type Principal, reachOf, rightsOfPrincipal } from '@otklik/model/access'
import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { CriticalCase, listCases as route } from '@otklik/model/certification/api'
import { CRITICAL_CASE } from '@otklik/model/certification/procedure'
import type { WorkingCalendar } from '@otklik/model/calendar'
import { gradeNames } from '@otklik/model/critical'
import { dayOf } from '@otklik/model/days'
import { INDICATORS } from '@otklik/model/indicators'
import { actorsOf, step } from '@otklik/model/processes'
import { calendarOf } from '../../calendar/index.ts'
import type { Column, TableRow } from '../../platform/http/index.ts'
import { rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { act } from '../act.ts'
import { clockOf } from '../procedure/due.ts'
import { aboutOf } from './lifecycle.ts'
import { caseOf, cases, type DescribedCase, describedCases } from './rows.ts'

interface Reader {
  readonly who: Principal
  readonly at: Date
}
type Ask = QueryOf<typeof route>
const OPEN = ['opened', 'drafted', 'signed'] as const

/** Cases within reach, the latest found first. */
export async function listCases(db: Db, ask: Ask, reader: Reader): Promise<AnswerOf<typeof route>> {
  const { limit, offset } = rangeOf(ask)
  const reach = reachOf(reader.who)
  const states = ask.state === 'all' ? [...OPEN, 'ended' as const, 'closed' as const] : [...OPEN]
  const [{ total }, rows, calendar] = await Promise.all([
    cases(db, reach)
      .where('c.state', 'in', states)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    describedCases(db, reach)
      .where('c.state', 'in', states)
      .orderBy('c.found_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute(),
    calendarOf(db),
  ])
  return { total, rows: rows.map((row) => factsOf(row, reader, calendar)) }
}

export async function readCase(db: Db, id: number, reader: Reader): Promise<CriticalCase> {
  return factsOf(await caseOf(db, id, reachOf(reader.who)), reader, await calendarOf(db))
}

function factsOf(row: DescribedCase, reader: Reader, calendar: WorkingCalendar): CriticalCase {
  const { alarm, sending, closed_reason } = row
  const closed = act(row.closed_by, row.closed_at)
  return {
    id: row.id,
    state: row.state,
    object: row.object_id,
    name: row.name,
    kind: row.kind,
    authority: row.authority,
    certificate: row.certificate,
    certificateDocument: row.document_id,
    procedure: row.procedure_id,
    validFrom: row.valid_from ?? '',
    validTo: row.valid_to ?? '',
    figure: row.figure,
    month: row.month,
    grade: gradeNames[alarm.grade],
    sentence: alarm.sentence,
    values: alarm.values.map((value) => ({ ...value })),
    evidence: alarm.evidence.map((one) => ({ ...one })),
    found: row.found_at.toISOString(),
    due: row.sent_at === null ? clockOf('notice_sent', dayOf(row.found_at), calendar).due : null,
    notice: row.notice && { ...row.notice },
    drafted: row.drafted_by,
    signed: act(row.signed_by, row.signed_at),
    noticeDocument: row.notice_id,
    sent: row.sent_at && sending && { at: row.sent_at.toISOString(), ...sending },
    endedOn: row.ended_on,
    closed: closed && { ...closed, reason: closed_reason ?? '' },
    steps: stepsOf(row, reader),
  }
}

const EVENTS = ['draft', 'edit', 'sign', 'send', 'close'] as const

/** The steps that the state knows and the reader's rights allow, each with what is in its way. */
function stepsOf(row: DescribedCase, { who, at }: Reader): CriticalCase['steps'] {
  if (!reachOf(who).everything) return []
  const rights: readonly string[] = rightsOfPrincipal(who)
  const about = aboutOf(row, who, at, 'причина')
  return EVENTS.flatMap((event) => {
    const may = actorsOf(CRITICAL_CASE, event).some((actor) => rights.includes(actor))
    const outcome = step(CRITICAL_CASE, event, row.state, about)
    if (!may || ('refused' in outcome && outcome.refused === 'state')) return []
    return [{ event, name: CRITICAL_CASE.events[event], refused: 'to' in outcome ? null : outcome.message }]
  })
}

export const casesTable = {
  name: 'Критические значения после сертификации',
  columns: [
    { key: 'name', title: 'Объект сертификации' },
    { key: 'authority', title: 'Уполномоченный орган' },
    { key: 'certificate', title: 'Сертификат' },
    { key: 'figure', title: 'Показатель' },
    { key: 'month', title: 'Месяц' },
    { key: 'grade', title: 'Степень подтверждения' },
    { key: 'sentence', title: 'Что найдено' },
    { key: 'due', title: 'Направить уведомление до', type: 'day' },
    { key: 'state', title: 'Состояние' },
    { key: 'endedOn', title: 'Сертификат прекращён с', type: 'day' },
  ],
  cells: ({
    name,
    authority,
    certificate,
    figure,
    month,
    grade,
    sentence,
    due,
    state,
    endedOn,
  }: CriticalCase): TableRow => ({
    name,
    authority,
    certificate,
    month,
    grade,
    sentence,
    due,
    endedOn,
    figure: INDICATORS[figure].name,
    state: CRITICAL_CASE.states[state],
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }
