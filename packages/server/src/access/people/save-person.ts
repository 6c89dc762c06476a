import type { Person, savePerson as route } from '@otklik/model/access/api'
import type { BodyOf } from '@otklik/model/api'
import { recordAudit, type RemoteCaller } from '../../platform/audit/index.ts'
import type { Origin } from '../../platform/http/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'
import { notify } from '../letters/notify.ts'
import type { PeopleDeps } from '../deps.ts'
import { changedPerson, type Found, holdWholePerson } from './find-person.ts'
import { voidInvitations } from './invitations.ts'
import { mailOf, maskMail, nameOf } from './names.ts'
import { stateOfPerson } from './person.ts'

/**
 * Changes name and mail. With the address every link that went to the old one is void: it may have been a stranger's.
 * The old address is told of the change.
 */
export function savePerson(
  deps: PeopleDeps,
  ask: BodyOf<typeof route> & { readonly id: string },
  { who, from, at }: RemoteCaller,
): Promise<Person> {
  const { cipher } = deps
  const { mail } = ask
  const name = nameOf(ask.name)
  return deps.db.transaction().execute(async (tx) => {
    const person = await holdWholePerson(tx, who, ask.id)
    const { id } = person
    const oldMail = mailOf(cipher, person)
    const kept = { name, folded: fold(`${name} ${person.login ?? ''}`) }
    const sealed = mail !== null && mail === oldMail ? {} : { mail_sealed: mail === null ? null : cipher.seal(mail) }
    await tx
      .updateTable('access_users')
      .set({ ...kept, ...sealed })
      .where('id', '=', id)
      .execute()
    if (mail !== oldMail) {
      await voidInvitations(tx, id)
      await tx.deleteFrom('access_password_resets').where('user_id', '=', id).execute()
      if (oldMail !== null) await tellOldAddress(tx, deps, person, from)
    }
    const card = await changedPerson(deps, tx, who, id)
    const before = { name: person.name, mail: maskMail(oldMail) }
    const after = { name, mail: maskMail(mail), ...(mail !== oldMail && { mailChanged: true }) }
    await recordAudit(tx, { who, what: 'user.saved', subject: `user:${id}`, before, after, from, at })
    return card
  })
}

/** Not for those who have not come yet: they have nothing to lose, and the address was as likely a slip of the pen. */
async function tellOldAddress(tx: Tx, deps: PeopleDeps, person: Found, from: Origin): Promise<void> {
  const { id: userId, mail_sealed: sealedTo } = person
  if (sealedTo === null || stateOfPerson(person) !== 'active') return
  await notify(tx, deps, { kind: 'mail_changed', userId, sealedTo, from })
}
