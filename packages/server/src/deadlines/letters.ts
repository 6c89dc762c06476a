import { type KeptDeadline, remindedOf } from '@otklik/model/deadlines'
import { addDays, dayOf } from '@otklik/model/days'
import { dayInFigures } from '@otklik/model/print'
import { mailOf, principalsOf, type Reaches } from '../access/index.ts'
import type { Cipher } from '../platform/cipher.ts'
import type { Mail, MailLetter } from '../platform/mail/index.ts'
import { gather, type GatherDeps } from './gather.ts'

export interface ReminderDeps extends GatherDeps {
  readonly reaches: Reaches
  readonly cipher: Cipher
  readonly mail: Mail
  readonly publicUrl: string
}

/**
 * The letters of a morning: to everyone who wants them, of what is due in three days, tomorrow, or late since today. Nobody
 * gets two of one day. One that could not be sent keeps nobody else from theirs: it throws at the end, and only those are
 * tried again at the next attempt of the job.
 */
export async function sendReminders(deps: ReminderDeps, now: Date): Promise<number> {
  const today = dayOf(now)
  const people = await deps.db
    .selectFrom('deadline_choices')
    .select('user_id')
    .where('mail', '=', true)
    .where((eb) => eb.or([eb('mailed_on', 'is', null), eb('mailed_on', '<', today)]))
    .execute()
  let sent = 0
  const failed: unknown[] = []
  for (const { user_id } of people) {
    try {
      if (await remind(deps, user_id, today)) sent++
      await deps.db.updateTable('deadline_choices').set({ mailed_on: today }).where('user_id', '=', user_id).execute()
    } catch (error) {
      failed.push(error)
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} letters could not be sent`)
  return sent
}

async function remind(deps: ReminderDeps, user: string, today: string): Promise<boolean> {
  const [to, whos] = await Promise.all([mailOf(deps.db, deps.cipher, user), principalsOf(deps, user)])
  if (to === undefined) return false
  const { open } = await gather(deps, whos, { today, until: addDays(today, 3) })
  const due = remindedOf(
    open.filter(({ mine }) => mine),
    today,
  )
  if (due.length === 0) return false
  await deps.mail.send(to, letterOf(due, to.name, deps.publicUrl))
  return true
}

export function letterOf(due: readonly KeptDeadline[], name: string, publicUrl: string): MailLetter {
  return {
    subject: `Сроки в Отклике: ${due.length}`,
    before: [
      `${name}, напоминаем о сроках:`,
      ...due.map(
        ({ due: day, what, source, state }) =>
          `${state === 'late' ? 'Срок истёк' : 'До'} ${dayInFigures(day)} – ${what} (${source}).`,
      ),
    ],
    link: { text: 'Открыть сроки', url: `${publicUrl}/deadlines` },
    after: ['Письма о сроках можно отключить на той же странице.'],
  }
}
