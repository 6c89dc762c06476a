import { machineRightsGivenBy, type Principal, type Right, rightsOfPrincipal } from '@otklik/model/access'
import { type Actor, type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { fold, tidy } from '../../platform/text.ts'
import { requireOpenOrganisation } from '../organisations/find.ts'
import type { AccessDeps } from '../deps.ts'
import { badRights } from '../problems.ts'
import { hashSecret } from '../secrets.ts'
import { expiryOf } from './expiry.ts'
import { newToken } from './find-token.ts'
import { requireSupplierWithin } from './suppliers.ts'

export interface TokenAsk {
  readonly code: string
  readonly label: string
  /** ISO 8601 with Z; absent: a year from now. */
  readonly expiresAt?: string
}
export interface MachineTokenAsk {
  readonly label: string
  readonly organisation: number
  readonly rights: readonly string[]
  /** ISO 8601 with Z; absent: a year from now. */
  readonly expiresAt?: string
}
/** The token's text is returned here and never again. */
export interface IssuedToken {
  readonly id: string
  readonly token: string
}

const SUPPLIER_RIGHTS: readonly Right[] = ['packages.read', 'packages.send']

/** A new token of a supplier within reach. */
export async function issueToken(deps: AccessDeps, ask: TokenAsk, { who, from, at }: Caller): Promise<IssuedToken> {
  const { code: supplier } = ask
  const about = { label: labelOf(ask.label), expires_at: expiryOf(ask.expiresAt, at) }
  return deps.db.transaction().execute(async (tx) => {
    const { organisation: organisation_id } = await requireSupplierWithin(tx, reachOfActor(who), supplier)
    const made = await insertToken(tx, { ...about, organisation_id, supplier, rights: SUPPLIER_RIGHTS }, who, at)
    const after = { token: made.id, ...about }
    await recordAudit(tx, { who, what: 'token.issued', subject: `supplier:${supplier}`, after, from, at })
    return made
  })
}

/** A new token for a part of the tree: it can do no more than machines may, and than its issuer. */
export async function issueMachineToken(
  deps: AccessDeps,
  ask: MachineTokenAsk,
  { who, from, at }: Caller<Principal>,
): Promise<IssuedToken> {
  const rights = rightsToGive(ask.rights, who)
  const about = { label: labelOf(ask.label), expires_at: expiryOf(ask.expiresAt, at) }
  return deps.db.transaction().execute(async (tx) => {
    const { id } = await requireOpenOrganisation(tx, reachOfActor(who), ask.organisation, 'share')
    const made = await insertToken(tx, { ...about, organisation_id: id, supplier: null, rights }, who, at)
    const after = { ...about, organisation: id, rights }
    await recordAudit(tx, { who, what: 'token.issued', subject: `token:${made.id}`, after, from, at })
    return made
  })
}

/** In the order of the list, each once. */
function rightsToGive(asked: readonly string[], who: Principal): readonly Right[] {
  const may = machineRightsGivenBy(rightsOfPrincipal(who))
  if (!asked.every((word) => may.some((right) => right === word))) throw problem(badRights, may)
  return may.filter((right) => asked.includes(right))
}

function labelOf(text: string): string {
  const label = tidy(text)
  if (label === '') throw badField('label', 'Напишите, для чего ключ.')
  return label
}

interface NewToken {
  readonly organisation_id: number
  readonly supplier: string | null
  readonly rights: readonly Right[]
  readonly label: string
  readonly expires_at: Date
}

/** Its issuer answers for it. */
async function insertToken(tx: Tx, { rights, ...about }: NewToken, who: Actor, now: Date): Promise<IssuedToken> {
  const token = newToken()
  const keeper_id = who !== 'system' && who.kind === 'user' ? who.id : null
  const hidden = { hash: hashSecret(token), folded: fold(about.label) }
  const { id } = await tx
    .insertInto('access_tokens')
    .values({ ...about, ...hidden, rights: [...rights], keeper_id, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, token }
}
