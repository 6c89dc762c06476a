import { reachOf } from '@otklik/model/access'
import type { Invitation, invitePerson as route } from '@otklik/model/access/api'
import type { BodyOf } from '@otklik/model/api'
import { recordAudit, type RemoteCaller } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { fold } from '../../platform/text.ts'
import { requireOpenOrganisation } from '../organisations/find.ts'
import type { PeopleDeps } from '../deps.ts'
import { changedPerson, holdWholePerson } from './find-person.ts'
import { renewInvitation } from './invitations.ts'
import { mailOf, maskMail, nameOf } from './names.ts'
import { stateOfPerson } from './person.ts'
import { accessClosed, notInvited } from './problems.ts'
import { giverOf, requireGrantable } from './rules.ts'

/** Adds a person with a first role, who can do nothing before accepting the invitation. The link is returned here only. */
export function invitePerson(deps: PeopleDeps, ask: BodyOf<typeof route>, { who, from, at }: RemoteCaller) {
  const { mail } = ask
  const name = nameOf(ask.name)
  return deps.db.transaction().execute(async (tx) => {
    const organisation = await requireOpenOrganisation(tx, reachOf(who), ask.organisation, 'share')
    const role = requireGrantable(giverOf(who), ask.role, organisation)
    const { id } = await tx
      .insertInto('access_users')
      .values({
        name,
        folded: fold(name),
        mail_sealed: mail === null ? null : deps.cipher.seal(mail),
        created_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('access_memberships')
      .values({ user_id: id, organisation_id: organisation.id, role, since: at })
      .execute()
    const invitation = await renewInvitation(tx, deps, { userId: id, hasMail: mail !== null, who, from })
    const person = await changedPerson(deps, tx, who, id)
    const after = { name, mail: maskMail(mail), role, organisation: organisation.id, mailed: invitation.mailed }
    await recordAudit(tx, { who, what: 'user.invited', subject: `user:${id}`, after, from, at })
    return { person, invitation }
  })
}

/** A new link for someone who has not accepted yet; all the old ones are void. */
export function inviteAgain(deps: PeopleDeps, id: string, { who, from, at }: RemoteCaller): Promise<Invitation> {
  return deps.db.transaction().execute(async (tx) => {
    const person = await holdWholePerson(tx, who, id)
    const state = stateOfPerson(person)
    if (state === 'deactivated') throw problem(accessClosed)
    if (state !== 'invited') throw problem(notInvited)
    const ask = { userId: person.id, hasMail: mailOf(deps.cipher, person) !== null, who, from }
    const invitation = await renewInvitation(tx, deps, ask)
    const after = { mailed: invitation.mailed, expiresAt: invitation.expiresAt }
    await recordAudit(tx, {
      who,
      what: 'user.invited_again',
      subject: `user:${person.id}`,
      after,
      from,
      at,
    })
    return invitation
  })
}
