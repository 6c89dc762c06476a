import { type Reach, reachesOrganisation, topOf } from '@otklik/model/access'
import type { Person, PersonState } from '@otklik/model/access/api'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { mailOf } from './names.ts'
import { isWithin, type Standing, standingOf } from './standing.ts'

/** The columns of which a person's card is made. */
export const PERSON_COLUMNS = [
  'u.id',
  'u.name',
  'u.login',
  'u.mail_sealed',
  'u.totp_since',
  'u.created_at',
  'u.last_signed_in_at',
  'u.disabled_at',
] as const

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly login: string | null
  readonly mail_sealed: string | null
  readonly totp_since: Date | null
  readonly created_at: Date
  readonly last_signed_in_at: Date | null
  readonly disabled_at: Date | null
}

/** Who accepts an invitation with an outside identity may have no login, but has signed in then. */
export function stateOfPerson(row: Pick<PersonRow, 'disabled_at' | 'login' | 'last_signed_in_at'>): PersonState {
  if (row.disabled_at !== null) return 'deactivated'
  return row.login === null && row.last_signed_in_at === null ? 'invited' : 'active'
}

/** The cards as someone with this reach sees them; one query for the roles of all of them. */
export async function peopleOf(
  { db, cipher }: { readonly db: Db; readonly cipher: Cipher },
  rows: readonly PersonRow[],
  reach: Reach,
): Promise<Person[]> {
  const standing = Map.groupBy(
    await standingOf(
      db,
      rows.map(({ id }) => id),
    ),
    ({ user }) => user,
  )
  return rows.map((row) => personOf(row, standing.get(row.id) ?? [], reach, cipher))
}

/** One card, from the person's standing memberships. */
export function personOf(row: PersonRow, standing: readonly Standing[], reach: Reach, cipher: Cipher): Person {
  const state = stateOfPerson(row)
  const shown = standing.filter((one) => isWithin(reach, one) && (one.endedAt === null || state === 'deactivated'))
  return {
    id: row.id,
    name: row.name,
    login: row.login,
    mail: mailOf(cipher, row),
    state,
    memberships: shown.map(({ id, role, organisation, since }) => ({
      id,
      role,
      organisation: { id: organisation.id, name: organisation.name },
      since: since.toISOString(),
    })),
    secondFactor: row.totp_since !== null,
    createdAt: row.created_at.toISOString(),
    lastSignedInAt: row.last_signed_in_at?.toISOString() ?? null,
    whole: isWhole(reach, standing),
  }
}

/**
 * Whether a person may be changed as a whole from here: each role is held within reach, and reaches no further than
 * the viewer does. Otherwise a new link or another address of mail would hand over what its holder reaches elsewhere.
 */
export const isWhole = (reach: Reach, standing: readonly Standing[]): boolean =>
  reach.everything ||
  (standing.length > 0 &&
    standing.every((one) => isWithin(reach, one) && reachesOrganisation(reach, topOf(one.role, one.organisation.path))))
