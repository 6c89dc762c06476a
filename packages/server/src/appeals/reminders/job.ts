import { dayInFigures } from '@otklik/model/print'
import { sql } from 'kysely'
import { mailOf } from '../../access/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { Mail, MailLetter } from '../../platform/mail/index.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** One letter to one person of the staff about appeals whose terms come to an end, or have. */
export const remindersJob = jobKind<{ readonly to: string; readonly appeals: readonly number[] }>('appeals.reminders', {
  retries: 10,
  retryDelaySeconds: 5,
  timeoutSeconds: 120,
})

export interface ReminderDeps {
  /** Undefined: this installation sends no mail; the desk shows the reminders all the same. */
  readonly mail: Mail | undefined
  readonly db: Db
  readonly cipher: Cipher
  readonly publicUrl: string
}

/** Sends the letter; what has been answered meanwhile is left out of it. */
export async function sendReminder(
  { mail, db, cipher, publicUrl }: ReminderDeps,
  { to, appeals }: { readonly to: string; readonly appeals: readonly number[] },
): Promise<void> {
  const recipient = mail && (await mailOf(db, cipher, to))
  if (recipient === undefined) return
  const rows = await db
    .selectFrom('appeals')
    .select(['number', 'due'])
    .where(sql<boolean>`id = ANY(${appeals}::int[])`)
    .where('state', 'in', ['registered', 'in_work'])
    .orderBy('due')
    .orderBy('id')
    .execute()
  if (rows.length > 0) await mail?.send(recipient, letterAbout(rows, `${publicUrl}/appeals?state=open`))
}

interface Due {
  readonly number: string | null
  readonly due: string | null
}
const SHOWN = 30

/** No more than numbers and days: mail is read by others than those it is for. */
function letterAbout(rows: readonly Due[], url: string): MailLetter {
  const lines = rows
    .slice(0, SHOWN)
    .map(
      ({ number, due }) =>
        `№ ${number ?? 'без номера'} – ответить не позднее ${due === null ? '–' : dayInFigures(due)}`,
    )
  return {
    subject: `Сроки ответов на обращения: ${rows.length}`,
    before: [
      'Здравствуйте.',
      'Срок ответа на эти обращения заканчивается или уже прошёл, а ответа нет:',
      ...lines,
      ...(rows.length > SHOWN ? [`И ещё ${rows.length - SHOWN}.`] : []),
    ],
    link: { text: 'Открыть реестр обращений', url },
    after: ['Письмо составлено программой, отвечать на него не нужно.'],
  }
}
