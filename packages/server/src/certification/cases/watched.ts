import type { ObjectKind } from '@otklik/model/certification'
import { dayOf } from '@otklik/model/days'
import type { Db } from '../../platform/postgres/open.ts'
import { stands } from '../documents/register.ts'

/** A certificate in force whose object is monitored. Days are `YYYY-MM-DD`. */
export interface Watched {
  readonly document: number
  readonly object: number
  readonly number: string
  readonly name: string
  readonly kind: ObjectKind
  /** `service_id`: what the packages count by; a variant is watched by its whole service. */
  readonly service: string
  readonly dated: string
  readonly sentOn: string
  readonly validFrom: string
  readonly validTo: string
}

/** Certificates in force on the day that were sent, of objects whose service sends packages (Правила, пункты 33, 41). */
export async function watchedCertificates(db: Db, today: string): Promise<Watched[]> {
  const rows = await db
    .selectFrom('certification_documents as d')
    .innerJoin('certification_procedures as p', 'p.id', 'd.procedure_id')
    .innerJoin('certification_entries as e', 'e.id', 'p.entry_id')
    .select(['d.id', 'd.object_id', 'd.number', 'e.name', 'p.kind', 'e.service', 'd.dated', 'd.sent_at'])
    .select(['d.valid_from', 'd.valid_to'])
    .where(stands('in_force', today))
    .where('d.sent_at', 'is not', null)
    .where('e.service', 'is not', null)
    .where('p.kind', 'not in', ['appeals', 'oversight', 'internal'])
    .orderBy('d.id')
    .execute()
  return rows.flatMap(({ sent_at, valid_from, valid_to, service, ...row }) =>
    sent_at === null || valid_from === null || valid_to === null || service === null
      ? []
      : {
          document: row.id,
          object: row.object_id,
          number: row.number,
          name: row.name,
          kind: row.kind,
          service: service.split(':')[0] ?? service,
          dated: row.dated,
          sentOn: dayOf(sent_at),
          validFrom: valid_from,
          validTo: valid_to,
        },
  )
}
