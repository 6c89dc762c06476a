import { randomBytes } from 'node:crypto'
import { proposedRule } from '@otklik/model/appeals'
import type { AppealFields } from '@otklik/model/appeals/api'
import { hasRight } from '@otklik/model/access'
import { dayOf } from '@otklik/model/days'
import { trackingCode } from '@otklik/model/tracking-code'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import { fold, storable, tidyList, tidyOrNull } from '../../platform/text.ts'
import type { AppealsDeps } from '../deps.ts'
import { mayNotRegister } from '../problems.ts'
import { registerWithin } from '../course/steps.ts'
import { requireAuthority } from './authorities.ts'
import { contactKey, tidyContact } from './person.ts'

export interface ReceivedAppeal {
  readonly id: number
  readonly number: string | null
  readonly known: boolean
  readonly code: string | null
}

/** What is agreed to with letters by mail, and its version: kept with the consent, as it may change. */
const CONSENT = {
  version: 1,
  text: 'Согласен получать уведомления о ходе рассмотрения обращения и ответ на него по электронной почте.',
}

/**
 * Takes an appeal in, and registers it at once where a rule is given. The same source and external number are the same
 * appeal: nothing is changed then, and no new code is given.
 */
export async function receiveAppeal(deps: AppealsDeps, given: AppealFields, caller: Caller): Promise<ReceivedAppeal> {
  if (given.received > dayOf(caller.at))
    throw badField('received', 'Обращение не может поступить позже сегодняшнего дня.')
  if (given.rule !== null && !mayRegister(caller)) throw problem(mayNotRegister)
  const text = storable(given.text).trim()
  if (text === '') throw badField('text', 'Напишите текст обращения.')
  const { masked } = (await deps.masker())(text)
  return deps.db.transaction().execute(async (tx) => {
    await requireAuthority(tx, given.authority, caller.who)
    const code = trackingCode(randomBytes(11))
    const id = await insert(tx, deps, { ...given, text, masked, code }, caller)
    if (id === undefined) return { ...(await knownBefore(tx, given)), known: true, code: null }
    const number = given.rule === null ? null : await registerWithin(tx, deps, { id, rule: given.rule, code }, caller)
    if (number === null) await tellReceived(tx, id, given, caller)
    return { id, number, known: false, code }
  })
}

const mayRegister = ({ who }: Caller): boolean => who === 'system' || hasRight(who, 'appeals.register')

const knownBefore = (tx: Tx, { authority, source, externalNumber }: AppealFields) =>
  tx
    .selectFrom('appeals')
    .select(['id', 'number'])
    .where('authority_id', '=', authority)
    .where('source', '=', source)
    .where('external_number', '=', tidyOrNull(externalNumber))
    .executeTakeFirstOrThrow()

type Checked = AppealFields & { readonly masked: string; readonly code: string }

/** Undefined where the source and its number are taken: of two that come at once the second waits for the first here. */
async function insert(tx: Tx, { cipher }: AppealsDeps, given: Checked, caller: Caller): Promise<number | undefined> {
  const contact = tidyContact(given.contact)
  const added = await tx
    .insertInto('appeals')
    .values({
      authority_id: given.authority,
      kind: given.kind,
      source: given.source,
      received: given.received,
      service: tidyOrNull(given.service),
      office: tidyOrNull(given.office),
      request_id: tidyOrNull(given.requestId),
      external_number: tidyOrNull(given.externalNumber),
      topics: tidyList(given.topics),
      state: 'received',
      masked: given.masked,
      folded: fold(given.masked),
      original_sealed: cipher.seal(given.text),
      contact_sealed: contact && cipher.seal(JSON.stringify(contact)),
      contact_key: contactKey(cipher, contact),
      code_hash: codeHash(cipher, given.code),
    })
    .onConflict((taken) => taken.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) return undefined
  const { id } = added
  const consent = tidyOrNull(given.consent)
  if (consent !== null && contact?.mail)
    await tx
      .insertInto('appeals_consents')
      .values({ appeal_id: id, ...CONSENT, at: caller.at, way: consent })
      .execute()
  await tx
    .insertInto('appeals_events')
    .values({
      appeal_id: id,
      at: caller.at,
      by: displayName(caller.who),
      event: 'receive',
      to_state: 'received',
      details: JSON.stringify({ source: given.source }),
    })
    .execute()
  return id
}

/** By what a code is found: nobody who reads the database can come in with it. */
export const codeHash = (cipher: AppealsDeps['cipher'], code: string): string => cipher.mac('appeals.code', code)

async function tellReceived(tx: Tx, id: number, { kind, source }: AppealFields, { who, from, at }: Caller) {
  const after = { kind, source, proposed: proposedRule(kind, source) }
  await recordAudit(tx, { who, what: 'appeal.received', subject: `appeal:${id}`, after, from, at })
}
