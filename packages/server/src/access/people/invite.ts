import { reachOf } from '@otklik/model/access'
import type { Invitation, invitePerson as route } from '@otklik/model/access/api'
import type { BodyOf } from '@otklik/model/api'
import { recordAudit, type RemoteCaller } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { fold } from '../../platform/text.ts'
import { requireOpenOrganisation } from '../organisations/find.ts'
import type { PeopleParts } from '../parts.ts'
import { changedPerson, holdWholePerson } from './find-person.ts'
import { renewInvitation } from './invitations.ts'
import { mailOf, maskMail, nameOf } from './names.ts'
import { stateOfPerson } from './person.ts'
import { accessClosed, notInvited } from './problems.ts'
import { giverOf, requireGrantable } from './rules.ts'

/** Adds a person with a first role, who can do nothing before accepting the invitation. The link is returned here only. */
export function invitePerson(parts: PeopleParts, ask: BodyOf<typeof route>, { who, from, at }: RemoteCaller) {
  const { mail } = ask
  const name = nameOf(ask.name)
  return parts.db.transaction().execute(async (tx) => {
    const organisation = await requireOpenOrganisation(tx, reachOf(who), ask.organisation, 'share')
    const role = requireGrantable(giverOf(who), ask.role, organisation)
    const { id } = await tx
      .insertInto('access_users')
      .values({
        name,
        folded: fold(name),
        mail_sealed: mail === null ? null : parts.cipher.seal(mail),
        created_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('access_memberships')
      .values({ user_id: id, organisation_id: organisation.id, role, since: at })
      .execute()
    const invitation = await renewInvitation(tx, parts, { userId: id, hasMail: mail !== null, who, from })
    const person = await changedPerson(parts, tx, who, id)
    const after = { name, mail: maskMail(mail), role, organisation: organisation.id, mailed: invitation.mailed }
    await recordAudit(tx, { who, what: 'user.invited', subject: `user:${id}`, after, from, at })
    return { person, invitation }
  })
}

/** A new link for someone who has not accepted yet; all the old ones are void. */
export function inviteAgain(parts: PeopleParts, id: string, { who, from, at }: RemoteCaller): Promise<Invitation> {
  return parts.db.transaction().execute(async (tx) => {
    const person = await holdWholePerson(tx, who, id)
    const state = stateOfPerson(person)
    if (state === 'deactivated') throw problem(accessClosed)
    if (state !== 'invited') throw problem(notInvited)
    const ask = { userId: person.id, hasMail: mailOf(parts.cipher, person) !== null, who, from }
    const invitation = await renewInvitation(tx, parts, ask)
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
