import type { Alarm } from '@otklik/model/progress/api'
import { CRITICAL_CASE } from '@otklik/model/certification/procedure'
import { isSpecial } from '@otklik/model/certification/score'
import { dayOf } from '@otklik/model/days'
import { type Caller, nameOf, recordAudit, SYSTEM } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { alarmsFound } from '../../progress/index.ts'
import { subjectOf } from './lifecycle.ts'
import { type Watched, watchedCertificates } from './watched.ts'

/**
 * Opens a case for every critical value of an object whose certificate is in force, and drafts its notice (Правила,
 * пункты 32–34): a person names the day and signs. One case of a certificate at a time; months that were decided on open
 * none again. Returns how many were opened.
 */
export async function openCases(db: Db, caller: Caller): Promise<number> {
  const watched = await watchedCertificates(db, dayOf(caller.at))
  const alarms = await alarmsFound(db, [...new Set(watched.map(({ service }) => service))])
  let opened = 0
  for (const certificate of watched)
    for (const alarm of alarms.filter((one) => concerns(one, certificate)))
      if (await openCase(db, certificate, alarm, caller)) opened++
  return opened
}

/** Monitoring begins with the month in which the certificate was sent (пункт 33 а), and ends with its term. */
const concerns = ({ service, month }: Alarm, { service: own, sentOn, validTo }: Watched): boolean =>
  service === own && month >= sentOn.slice(0, 7) && month <= validTo.slice(0, 7)

function openCase(db: Db, certificate: Watched, alarm: Alarm, caller: Caller): Promise<boolean> {
  const { document, object, kind, name } = certificate
  return db.transaction().execute(async (tx) => {
    // Of two nightly runs the second sees what the first has opened.
    await tx.selectFrom('certification_documents').select('id').where('id', '=', document).forUpdate().execute()
    const before = await tx
      .selectFrom('certification_cases')
      .select(['figure', 'month', 'state'])
      .where('document_id', '=', document)
      .execute()
    const decidedBefore = before.some(({ figure, month }) => figure === alarm.figure && month === alarm.month)
    const open = before.some(({ state }) => state !== 'closed')
    if (open || !mayOpen(certificate, isSpecial(kind), decidedBefore, caller)) return false
    const { acknowledged: _, ...found } = alarm
    const drafted = { drafted_by: SYSTEM, drafted_who: nameOf('system') }
    const { id } = await tx
      .insertInto('certification_cases')
      .values({
        document_id: document,
        object_id: object,
        figure: alarm.figure,
        month: alarm.month,
        state: 'drafted',
        found_at: new Date(alarm.foundAt),
        alarm: JSON.stringify({ ...found, serviceName: name }),
        notice: JSON.stringify({ endsOn: null, text: '' }),
        ...drafted,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { who, from, at } = caller
    const after = { object: name, certificate: certificate.number, figure: alarm.figure, month: alarm.month }
    await recordAudit(tx, { who, what: 'critical_case.opened', subject: subjectOf(id), after, from, at })
    return true
  })
}

/** The table's own word on whether there is a case; the program drafts the notice of it at once. */
function mayOpen({ validFrom, validTo }: Watched, special: boolean, decidedBefore: boolean, { at }: Caller): boolean {
  const about = {
    today: dayOf(at),
    special,
    certificate: { valid_from: validFrom, valid_to: validTo },
    decidedBefore,
    noticeLacks: [],
    ends_on: null,
    mine: false,
    noticeSent: false,
    reason: '',
  }
  return 'to' in CRITICAL_CASE.table.next('open', null, about)
}
