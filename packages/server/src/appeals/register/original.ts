import type { AppealContact } from '@otklik/model/appeals/api'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { tidy } from '../../platform/text.ts'
import { findAppeal } from '../course/lifecycle.ts'
import type { AppealsDeps } from '../deps.ts'
import { keyMissing } from '../problems.ts'

/** Opens what is sealed, for a reason; the look is in the audit before anything is shown. */
export async function readOriginal(
  { db, cipher }: AppealsDeps,
  { id, reason }: { readonly id: number; readonly reason: string },
  caller: Caller,
): Promise<{ text: string | null; contact: AppealContact | null }> {
  return db.transaction().execute(async (tx) => {
    const { original_sealed, contact_sealed } = await findAppeal(tx, id, caller.who)
    const { who, from, at } = caller
    const after = { reason: tidy(reason) }
    await recordAudit(tx, { who, what: 'appeal.original_viewed', subject: `appeal:${id}`, after, from, at })
    try {
      return {
        text: original_sealed && cipher.open(original_sealed),
        // Sealed from this shape by `receiveAppeal`.
        contact: contact_sealed === null ? null : (JSON.parse(cipher.open(contact_sealed)) as AppealContact),
      }
    } catch {
      throw problem(keyMissing)
    }
  })
}
