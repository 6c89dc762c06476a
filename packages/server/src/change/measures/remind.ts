import { nextReminder, type Reminder } from '@otklik/model/change/measures'
import { dayOf } from '@otklik/model/days'
import { dayInWords } from '@otklik/model/print'
import { mailOf } from '../../access/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { Mail, MailLetter } from '../../platform/mail/index.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** Looks every morning whom to remind of a measure. */
export const remindJob = jobKind<Record<string, never>>('change.remind')

/** One letter about one measure. */
export interface WaitingReminder {
  readonly measure: number
  readonly reminder: Reminder
}
export const reminderLettersJob = jobKind<WaitingReminder>('change.reminders', {
  retries: 10,
  retryDelaySeconds: 5,
  timeoutSeconds: 120,
})

/** Measures that somebody has to report on: approved ones, and those in work. Each reminder is one transaction. */
export async function remindExecutors(db: Db, jobs: Pick<Jobs, 'enqueue'>, now: Date): Promise<number> {
  const today = dayOf(now)
  const open = await db
    .selectFrom('change_measures')
    .select(['id', 'due', 'reminded_on'])
    .where('state', 'in', ['approved', 'in_work'])
    .where('person_id', 'is not', null)
    .orderBy('id')
    .execute()
  let reminded = 0
  for (const { id, due, reminded_on: remindedOn } of open) {
    const reminder = nextReminder({ due, remindedOn }, today)
    if (reminder === null) continue
    await db.transaction().execute(async (tx) => {
      await tx.updateTable('change_measures').set({ reminded_on: today }).where('id', '=', id).execute()
      await jobs.enqueue(tx, reminderLettersJob, { measure: id, reminder })
    })
    reminded++
  }
  return reminded
}

export interface ReminderDeps {
  readonly db: Db
  readonly cipher: Cipher
  /** Undefined: this installation sends no mail, and the letter is let go; the desk shows the measure in any case. */
  readonly mail: Mail | undefined
  readonly publicUrl: string
}

/** Sends a reminder, unless the measure was reported or given to nobody meanwhile. */
export async function sendReminder(deps: ReminderDeps, { measure, reminder }: WaitingReminder): Promise<void> {
  const { db, cipher, mail, publicUrl } = deps
  if (mail === undefined) return
  const row = await db
    .selectFrom('change_measures')
    .select(['text', 'due', 'state', 'person_id'])
    .where('id', '=', measure)
    .executeTakeFirst()
  if (!row?.person_id || (row.state !== 'approved' && row.state !== 'in_work')) return
  const to = await mailOf(db, cipher, row.person_id)
  if (to !== undefined) await mail.send(to, reminderLetter(reminder, row, `${publicUrl}/measures/${measure}`))
}

const SUBJECTS: Readonly<Record<Reminder, string>> = {
  soon: 'Через неделю наступает срок меры',
  today: 'Сегодня срок меры',
  overdue: 'Мера просрочена',
}

const reminderLetter = (
  reminder: Reminder,
  { text, due }: { readonly text: string; readonly due: string },
  url: string,
): MailLetter => ({
  subject: SUBJECTS[reminder],
  before: ['Здравствуйте.', `Мера, за которую Вы отвечаете: «${text}». Срок – ${dayInWords(due)}.`],
  link: { text: 'Открыть меру и доложить о выполнении', url },
  after: ['Если к сроку не успеть, его переносит руководитель с указанием причины.'],
})
