import type { MeasureFields, MeasureWhole } from '@otklik/model/change/api'
import { MEASURES } from '@otklik/model/change/measures'
import { dayOf } from '@otklik/model/days'
import { type Caller, displayName, nameOf, recordAudit } from '../../platform/audit/index.ts'
import { badField } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { tidy, tidyOrNull } from '../../platform/text.ts'
import { problemsWithin } from '../pains/record.ts'
import { processIds, requireProcesses } from '../processes/reach.ts'
import { measureProblem } from '../problems.ts'
import { executors } from './executors.ts'
import { readMeasure } from './record.ts'

/** Plans a measure: for which problems, in which processes, who answers, by when. */
export async function planMeasure(db: Db, body: MeasureFields, caller: Caller): Promise<MeasureWhole> {
  const { who, from, at } = caller
  const fields = { ...body, text: tidy(body.text), department: tidyOrNull(body.department) }
  if (fields.text === '') throw badField('text', 'Напишите, что будет сделано.')
  await requireProblems(db, body.problems, caller)
  await requireProcesses(db, body.processes, who)
  const person = await personOf(db, body.person, caller)
  const outcome = MEASURES.next('plan', null, {
    problems: body.problems.length,
    responsible: fields.department !== null || person !== null,
    deadline: body.due !== null,
    planner: false,
    reporter: false,
    own: false,
    evidence: 0,
    reason: true,
  })
  if (!('to' in outcome)) throw measureProblem('plan', null, outcome.refused)
  const due = body.due ?? ''
  if (due < dayOf(at)) throw badField('due', 'Срок уже прошёл. Укажите сегодняшний или будущий день.')
  if (body.processes.length === 0) throw badField('processes', 'Укажите процесс, в котором мера выполняется.')
  const id = await db.transaction().execute(async (tx) => {
    const row = {
      text: fields.text,
      department: fields.department,
      person_id: person?.id ?? null,
      person_name: person?.name ?? null,
      due,
      state: outcome.to,
      processes: [...new Set(body.processes)],
      planned_by: displayName(who),
      planned_who: nameOf(who),
      planned_at: at,
    }
    const made = await tx.insertInto('change_measures').values(row).returning('id').executeTakeFirstOrThrow()
    const links = [...new Set(body.problems)].map((problem_id) => ({ measure_id: made.id, problem_id }))
    await tx.insertInto('change_measure_problems').values(links).execute()
    const subject = `measure:${made.id}`
    await recordAudit(tx, { who, what: 'measure.planned', subject, after: body, from, at })
    return made.id
  })
  return readMeasure(db, id, caller)
}

async function requireProblems(db: Db, wanted: readonly number[], { who }: Caller): Promise<void> {
  if (wanted.length === 0) return
  const rows = await problemsWithin(db, await processIds(db, who))
    .where('q.id', 'in', wanted)
    .execute()
  const unknown = wanted.find((id) => !rows.some((row) => row.id === id))
  if (unknown !== undefined) throw badField('problems', `Проблемы № ${unknown} нет. Выберите проблему из списка.`)
}

async function personOf(db: Db, id: string | null, { who }: Caller) {
  if (id === null) return null
  const found = (await executors(db, who)).find((one) => one.id === id)
  if (found === undefined) throw badField('person', 'Этот человек не может отчитываться о мерах. Выберите другого.')
  return found
}
