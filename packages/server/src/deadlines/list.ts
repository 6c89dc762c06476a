import type { Principal } from '@otklik/model/access'
import type { AnswerOf } from '@otklik/model/api'
import type { ListedDeadline, listDeadlines as route } from '@otklik/model/deadlines/api'
import { type KeptDeadline, urgencyOf } from '@otklik/model/deadlines'
import { addDays, dayOf } from '@otklik/model/days'
import { type ChoiceDeps, remindingOf } from './choices.ts'
import { gather, type GatherDeps } from './gather.ts'

/** As far as one looks ahead without being asked to. */
const DAYS_AHEAD = 90

export async function listDeadlines(
  deps: GatherDeps & ChoiceDeps,
  until: string | undefined,
  { who, at }: { readonly who: Principal; readonly at: Date },
): Promise<AnswerOf<typeof route>> {
  const today = dayOf(at)
  const asked = { today, until: until ?? addDays(today, DAYS_AHEAD) }
  const [{ open, notes }, reminding] = await Promise.all([gather(deps, [who], asked), remindingOf(deps, who)])
  return { today, rows: open.map((entry) => listed(entry, today)), notes: [...notes], reminding }
}

const listed = ({ last_working_day, state: _, doneOn: __, ...entry }: KeptDeadline, today: string): ListedDeadline => ({
  ...entry,
  lastWorkingDay: last_working_day,
  urgency: urgencyOf(entry.due, today),
})
