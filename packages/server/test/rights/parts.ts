import type { OrganisationKind, OrganisationPath } from '@otklik/model/access'
import { sql } from 'kysely'
import type { Db } from '../../src/platform/postgres/open.ts'

/** One of the two regions that know nothing of each other: whatever belongs to it bears its word. */
export interface Part {
  readonly word: 'Свойск' | 'Чужинск'
  /** The same where only Latin letters go: codes, numbers of requests. */
  readonly code: 'svoi' | 'chuzhoi'
  readonly region: '31' | '46'
  readonly service: string
}
export const OWN: Part = { word: 'Свойск', code: 'svoi', region: '31', service: '3100000000000000031' }
export const NEIGHBOUR: Part = { word: 'Чужинск', code: 'chuzhoi', region: '46', service: '4600000000000000046' }
/** Asked for in both regions. */
export const FEDERAL = '9900000000000000099'

/** What nobody of the own part may ever read, and what shows that an answer is not merely empty. */
export const FOREIGN = /чужинск|chuzhoi|Курск|4600000000000000046/i
export const FAMILIAR = /свойск|svoi|Белгород|3100000000000000031/i

export interface Organisation {
  readonly id: number
  readonly path: OrganisationPath
}
/** The organisations of a part by their kind. */
export type Organisations = Readonly<
  Record<'region' | 'coordinating_department' | 'regional_body' | 'mfc' | 'office' | 'institution', Organisation>
>

/** Puts an organisation under another, past the calls under test. */
export async function plant(
  db: Db,
  parent: Organisation,
  given: { readonly kind: OrganisationKind; readonly name: string; readonly region?: string; readonly office?: string },
): Promise<Organisation> {
  const next = sql<{ id: number }>`SELECT nextval(pg_get_serial_sequence('access_organisations', 'id'))::int AS id`
  const { id = 0 } = (await next.execute(db)).rows[0] ?? {}
  const path = `${parent.path}${id}/`
  const row = { ...given, id, path, parent_id: parent.id, created_at: new Date(), folded: given.name.toLowerCase() }
  await db.insertInto('access_organisations').values(row).execute()
  return { id, path }
}

/** A region with a coordinating department, a body with an institution, and a МФЦ with an office. */
export async function plantPart(db: Db, root: Organisation, { word, region }: Part): Promise<Organisations> {
  const name = (what: string) => `${what} ${word}ая`
  const top = await plant(db, root, { kind: 'region', name: name('Область'), region })
  const body = await plant(db, top, { kind: 'regional_body', name: `${word}ое министерство` })
  const mfc = await plant(db, top, { kind: 'mfc', name: name('Сеть МФЦ') })
  return {
    region: top,
    coordinating_department: await plant(db, top, { kind: 'coordinating_department', name: name('Управа') }),
    regional_body: body,
    institution: await plant(db, body, { kind: 'institution', name: name('Школа') }),
    mfc,
    office: await plant(db, mfc, { kind: 'office', name: name('Приёмная'), office: officeOf(word) }),
  }
}

export const officeOf = (word: Part['word']): string => `${word}ий офис`
