import type { Principal } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { requestInformation as route } from '@otklik/model/certification/api'
import { schemeOf } from '@otklik/model/certification/score'
import { dayInFigures } from '@otklik/model/print'
import { dayOf } from '@otklik/model/days'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { storable, tidy } from '../../platform/text.ts'
import { alreadyAnswered, stepRefused } from '../problems.ts'
import { moveProcedure, subjectOf } from './lifecycle.ts'
import { lockProcedure } from './rows.ts'

/** Asks officially for information about a part; silence until its day makes the part 0 (Правила, пункт 21). */
export const requestInformation = (
  db: Db,
  id: number,
  { part, due, ...given }: BodyOf<typeof route>,
  caller: Caller<Principal>,
): Promise<void> => {
  const question = storable(given.question).trim()
  const addressee = tidy(given.addressee)
  if (question === '') throw badField('question', 'Напишите, какая информация нужна.')
  if (addressee === '') throw badField('addressee', 'Напишите, кому направлен запрос.')
  return db.transaction().execute((tx) =>
    moveProcedure(
      tx,
      id,
      {
        event: 'request',
        what: 'certification.asked',
        given: { requestDue: due },
        change: () => ({}),
        after: { part, question, addressee, due },
        also: async (inner, { kind }) => {
          if (!schemeOf(kind).parts.includes(part)) throw badField('part', 'У объекта этого вида такой оценки нет.')
          const asked = { asked_at: caller.at, asked_by: displayName(caller.who) }
          await inner
            .insertInto('certification_requests')
            .values({ procedure_id: id, part, question, addressee, due, ...asked })
            .execute()
        },
      },
      caller,
    ),
  )
}

/** Those who were asked give what was asked for; on its last day still in time. */
export const answerRequest = (
  db: Db,
  { id, request }: { readonly id: number; readonly request: number },
  given: string,
  caller: Caller<Principal>,
): Promise<void> => {
  const text = storable(given).trim()
  if (text === '') throw badField('text', 'Напишите ответ.')
  return db.transaction().execute(async (tx) => {
    const procedure = await lockProcedure(tx, id, caller.who)
    const found = await tx
      .selectFrom('certification_requests')
      .selectAll()
      .where('procedure_id', '=', id)
      .where('id', '=', request)
      .executeTakeFirst()
    if (found === undefined) throw problem(problems.notFound)
    if (found.answer !== null) throw problem(alreadyAnswered)
    if (procedure.state !== 'assessing')
      throw problem(stepRefused, 'Оценка завершена: ответы на запросы больше не принимаются.')
    if (found.due < dayOf(caller.at))
      throw problem(
        stepRefused,
        `Срок ответа истёк ${dayInFigures(found.due)}: показатель равен 0 (п. 21). Центр может направить новый запрос.`,
      )
    const change = { answer: text, answered_at: caller.at, answered_by: displayName(caller.who) }
    await tx.updateTable('certification_requests').set(change).where('id', '=', request).execute()
    const { who, from, at } = caller
    const after = { request, part: found.part, text }
    await recordAudit(tx, { who, what: 'certification.answered', subject: subjectOf(id), after, from, at })
  })
}
