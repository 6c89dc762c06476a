import type { Principal } from '@otklik/model/access'
import { badField } from '../../platform/problems/index.ts'
import type { BodyOf } from '@otklik/model/api'
import type { ListEdition, approveList as approveRoute } from '@otklik/model/certification/api'
import { dayOf } from '@otklik/model/days'
import type { Db } from '../../platform/postgres/open.ts'
import { storable, tidy } from '../../platform/text.ts'
import { type Caller, displayName, nameOf } from '../../platform/audit/index.ts'
import { moveList } from './step.ts'

/** Shows the draft of a year to those who may have remarks (Правила, пункт 10). */
export const publishList = (db: Db, id: number, caller: Caller<Principal>): Promise<ListEdition> =>
  moveList(
    db,
    id,
    {
      event: 'publish',
      what: 'list.published',
      change: { published_at: caller.at, published_by: displayName(caller.who) },
    },
    caller,
  )

/** From now on its entries are what will be approved. */
export const submitList = (db: Db, id: number, caller: Caller<Principal>): Promise<ListEdition> =>
  moveList(db, id, { event: 'submit', what: 'list.submitted', change: submission(caller) }, caller)

export const submission = ({ who, at }: Caller<Principal>) => ({
  submitted_at: at,
  submitted_by: displayName(who),
  submitted_who: nameOf(who),
})

export const withdrawList = (db: Db, id: number, caller: Caller<Principal>): Promise<ListEdition> =>
  moveList(
    db,
    id,
    {
      event: 'withdraw',
      what: 'list.withdrawn',
      change: { withdrawn_at: caller.at, withdrawn_by: displayName(caller.who) },
    },
    caller,
  )

export async function returnList(db: Db, id: number, given: string, caller: Caller<Principal>): Promise<ListEdition> {
  const remarks = storable(given).trim()
  if (remarks === '') throw badField('remarks', 'Напишите замечания.')
  const change = { returned_at: caller.at, returned_by: displayName(caller.who), remarks }
  return moveList(db, id, { event: 'return', what: 'list.returned', change }, caller)
}

export type Protocol = BodyOf<typeof approveRoute>

/** The working group's decision (пункты 7, 12). */
export async function approveList(
  db: Db,
  id: number,
  given: Protocol,
  caller: Caller<Principal>,
): Promise<ListEdition> {
  const { protocolDate } = given
  const protocolNumber = tidy(given.protocolNumber)
  if (protocolNumber === '') throw badField('protocolNumber', 'Напишите номер протокола.')
  if (protocolDate > dayOf(caller.at)) throw badField('protocolDate', 'Протокол не может быть из будущего.')
  const change = {
    approved_at: caller.at,
    approved_by: displayName(caller.who),
    protocol_number: protocolNumber,
    protocol_date: protocolDate,
  }
  return moveList(db, id, { event: 'approve', what: 'list.approved', change }, caller)
}
