import { FEEDBACK } from '@otklik/model/surveys'
import { readTrackingCode } from '@otklik/model/tracking-code'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { codeHash } from './codes.ts'
import { feedbackRows } from './rows.ts'

/** What whoever has the code may know. Days are `YYYY-MM-DD`. */
export interface FoundFeedback {
  readonly state: string
  readonly isOpen: boolean
  readonly authority: string
  readonly service: string | null
  readonly received: string
  readonly due: string
  readonly words: string
  /** What the authority said last. */
  readonly sentence: string | null
}

/** The feedback of a code; undefined for one that is wrong as for one that never was. */
export async function findFeedbackByCode(
  { db, cipher }: { readonly db: Db; readonly cipher: Cipher },
  typed: string,
  at: Date,
): Promise<FoundFeedback | undefined> {
  const code = readTrackingCode(typed)
  if (code === undefined) return undefined
  const row = await feedbackRows(db, at).where('f.code_hash', '=', codeHash(cipher, code)).executeTakeFirst()
  if (row === undefined) return undefined
  const { authority, service, received, due, words, sentence, closed } = row
  const state = FEEDBACK.states[row.state]
  return { state, isOpen: closed === null, authority, service, received, due, words, sentence }
}
