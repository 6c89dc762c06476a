import type { Tx } from '../../platform/postgres/open.ts'
import type { AppealsDeps } from '../deps.ts'
import { lettersJob } from './job.ts'

interface Notice {
  readonly kind: 'registered' | 'extended' | 'answered'
  readonly id: number
  /** The tracking code, while it is known. */
  readonly code?: string
}

/** Has the applicant told by mail, where they have agreed to that; in the transaction of what they are told. */
export async function noticeOf(tx: Tx, { jobs, cipher }: AppealsDeps, { kind, id, code }: Notice): Promise<void> {
  const consent = await tx
    .selectFrom('appeals_consents')
    .select('version')
    .where('appeal_id', '=', id)
    .executeTakeFirst()
  if (consent === undefined) return
  // What waits in the queue can be read in the database.
  await jobs.enqueue(tx, lettersJob, { kind, id, ...(code !== undefined && { code: cipher.seal(code) }) })
}
