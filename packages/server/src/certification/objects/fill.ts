import { badField } from '../../platform/problems/index.ts'
import type { BodyOf } from '@otklik/model/api'
import type { fillObjects as route } from '@otklik/model/certification/api'
import { sql } from 'kysely'
import { type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { authorityNumbers, type NamedService, requireRegion, serviceNames } from '../../register/index.ts'
import { requireEverything } from '../reach.ts'
import { foldedOf } from './object-row.ts'

export type FillAsk = BodyOf<typeof route>

/** Kinds of the register that are services; сервисы, oversight and other duties are objects of other kinds, by hand. */
const SERVICES: readonly NamedService['kind'][] = ['услуга', 'мера поддержки', null]
const BATCH = 5000

/** Adds the services of the register that no object stands for, taken out ones included (Правила, пункт 6). */
export async function fillObjects(db: Db, ask: FillAsk, caller: Caller): Promise<{ added: number }> {
  requireEverything(reachOfActor(caller.who))
  if (ask.region !== null && ask.scope !== 'regional')
    throw badField('region', 'Субъект выбирают только для региональных услуг.')
  return db.transaction().execute(async (tx) => {
    await requireRegion(tx, ask.region)
    const wanted = [...(await serviceNames(tx))].filter(([id, service]) => !id.includes(':') && isWanted(service, ask))
    const authorities = await authorityNumbers(tx)
    const added: number[] = []
    for (let from = 0; from < wanted.length; from += BATCH)
      added.push(...(await addServices(tx, wanted.slice(from, from + BATCH), authorities)))
    if (added.length === 0) return { added: 0 }
    const { who, from, at } = caller
    const event = {
      who,
      what: 'certification_object.added_from_register',
      subject: 'certification_objects',
      after: { ...ask, objects: added },
      from,
      at,
    } as const
    await recordAudit(tx, event)
    return { added: added.length }
  })
}

const isWanted = ({ kind, region }: NamedService, ask: FillAsk): boolean =>
  SERVICES.includes(kind) &&
  (ask.scope !== 'federal' || region === null) &&
  (ask.scope !== 'regional' || region !== null) &&
  (ask.region === null || region === ask.region)

/** The numbers of the new objects. */
async function addServices(
  tx: Tx,
  services: readonly (readonly [string, NamedService])[],
  authorities: ReadonlyMap<string, string>,
): Promise<number[]> {
  const rows = services.map(([service, { name, authority, region }]) => ({
    service,
    name,
    authority_id: Number(authorities.get(authority ?? '') ?? 0) || null,
    region,
    folded: foldedOf({ name, service, address: null }),
  }))
  const { rows: added } = await sql<{ id: number }>`
    INSERT INTO certification_objects (name, kind, authority_id, region, service, folded)
    SELECT name, 'service', authority_id, region, service, folded
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (name text, authority_id integer, region text, service text, folded text)
    ON CONFLICT (service) WHERE kind IN ('service', 'typical') DO NOTHING
    RETURNING id`.execute(tx)
  return added.map(({ id }) => id)
}
