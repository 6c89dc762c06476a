import { badField } from '../../platform/problems/index.ts'
import type { BodyOf } from '@otklik/model/api'
import type { ListEdition, approveList as approveRoute } from '@otklik/model/certification/api'
import { dayOf } from '@otklik/model/days'
import type { Db } from '../../platform/postgres/open.ts'
import { storable, tidy } from '../../platform/text.ts'
import { displayName, nameOf } from '../../platform/audit/index.ts'
import { type Mover, takeStep } from './step.ts'

/** Shows the draft of a year to those who may have remarks (Правила, пункт 10). */
export const publishList = (db: Db, id: number, mover: Mover): Promise<ListEdition> =>
  takeStep(
    db,
    id,
    {
      event: 'publish',
      what: 'list.published',
      change: { published_at: mover.at, published_by: displayName(mover.who) },
    },
    mover,
  )

/** From now on its entries are what will be approved. */
export const submitList = (db: Db, id: number, mover: Mover): Promise<ListEdition> =>
  takeStep(db, id, { event: 'submit', what: 'list.submitted', change: submission(mover) }, mover)

export const submission = ({ who, at }: Mover) => ({
  submitted_at: at,
  submitted_by: displayName(who),
  submitted_who: nameOf(who),
})

export const withdrawList = (db: Db, id: number, mover: Mover): Promise<ListEdition> =>
  takeStep(
    db,
    id,
    {
      event: 'withdraw',
      what: 'list.withdrawn',
      change: { withdrawn_at: mover.at, withdrawn_by: displayName(mover.who) },
    },
    mover,
  )

export async function returnList(db: Db, id: number, given: string, mover: Mover): Promise<ListEdition> {
  const remarks = storable(given).trim()
  if (remarks === '') throw badField('remarks', 'Напишите замечания.')
  const change = { returned_at: mover.at, returned_by: displayName(mover.who), remarks }
  return takeStep(db, id, { event: 'return', what: 'list.returned', change }, mover)
}

export type Protocol = BodyOf<typeof approveRoute>

/** The working group's decision (пункты 7, 12). */
export async function approveList(db: Db, id: number, given: Protocol, mover: Mover): Promise<ListEdition> {
  const { protocolDate } = given
  const protocolNumber = tidy(given.protocolNumber)
  if (protocolNumber === '') throw badField('protocolNumber', 'Напишите номер протокола.')
  if (protocolDate > dayOf(mover.at)) throw badField('protocolDate', 'Протокол не может быть из будущего.')
  const change = {
    approved_at: mover.at,
    approved_by: displayName(mover.who),
    protocol_number: protocolNumber,
    protocol_date: protocolDate,
  }
  return takeStep(db, id, { event: 'approve', what: 'list.approved', change }, mover)
}
