import type { ProblemFields, ProblemRecord } from '@otklik/model/change/api'
import { PROBLEMS } from '@otklik/model/change/problems'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { tidy, tidyOrNull } from '../../platform/text.ts'
import { requireProcesses } from '../processes/reach.ts'
import { painProblem } from '../problems.ts'
import { currentRubricator } from '../rubricator/current.ts'
import { findProblem, readRecord } from './record.ts'

export async function makeProblem(db: Db, body: ProblemFields, caller: Caller): Promise<ProblemRecord> {
  const { who, from, at } = caller
  await requireProcesses(db, body.processes, who)
  return db.transaction().execute(async (tx) => {
    const fields = await checkedFields(tx, body)
    const outcome = PROBLEMS.next('make', null, factsOf(fields))
    if (!('to' in outcome)) throw painProblem('make', null, outcome.refused)
    const { id } = await tx
      .insertInto('change_problems')
      .values({ ...fields, state: outcome.to, made_by: displayName(who), made_at: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordAudit(tx, { who, what: 'problem.made', subject: `problem:${id}`, after: body, from, at })
    return readRecord(tx, id, who)
  })
}

/** Changes a problem; refused where somebody else was faster. Processes that the caller does not see stay. */
export async function saveProblem(
  db: Db,
  id: number,
  body: ProblemFields & { readonly version: number },
  caller: Caller,
): Promise<ProblemRecord> {
  const { who, from, at } = caller
  await requireProcesses(db, body.processes, who)
  return db.transaction().execute(async (tx) => {
    const before = await readRecord(tx, id, who)
    const row = await findProblem(tx, id, who)
    if (row.version !== body.version) throw problem(problems.conflict)
    const fields = await checkedFields(tx, body)
    const outcome = PROBLEMS.next('edit', row.state, factsOf(fields))
    if (!('to' in outcome)) throw painProblem('edit', row.state, outcome.refused)
    const hidden = row.processes.filter((process) => !before.processes.includes(process))
    const saved = await tx
      .updateTable('change_problems')
      .set({ ...fields, processes: [...fields.processes, ...hidden], version: row.version + 1 })
      .where('id', '=', id)
      .where('version', '=', body.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows === 0n) throw problem(problems.conflict)
    await recordAudit(tx, { who, what: 'problem.saved', subject: `problem:${id}`, before, after: body, from, at })
    return readRecord(tx, id, who)
  })
}

type Fields = Awaited<ReturnType<typeof checkedFields>>
const factsOf = ({ name, topics, links }: Fields) => ({
  worded: name !== '',
  backed: topics.length + (JSON.parse(links) as unknown[]).length,
  openMeasures: 0,
  verifiedMeasures: 0,
  reason: true,
})

async function checkedFields(tx: Tx, body: ProblemFields) {
  const known = new Set((await currentRubricator(tx)).topics.map(({ code }) => code))
  const unknown = body.topics.find((code) => !known.has(code))
  if (unknown !== undefined) throw badField('topics', `Темы «${unknown}» в рубрикаторе нет. Выберите тему из списка.`)
  const flagReason = tidyOrNull(body.flagReason)
  if (body.flag !== null && flagReason === null)
    throw badField('flagReason', 'Напишите, почему проблема важна независимо от показателей.')
  const wrong = body.links.find(({ address }) => !/^https?:\/\//i.test(address.trim()))
  if (wrong !== undefined) throw badField('links', `Адрес «${wrong.address}» не открыть. Начните его с https://.`)
  return {
    name: tidy(body.name),
    stage: tidyOrNull(body.stage),
    feasibility: body.feasibility,
    flag: body.flag,
    flag_reason: body.flag === null ? null : flagReason,
    topics: [...new Set(body.topics)],
    processes: [...new Set(body.processes)],
    links: JSON.stringify(body.links.map(({ title, address }) => ({ title: tidy(title), address: address.trim() }))),
  }
}
