import { randomUUID } from 'node:crypto'
import { PLAIN } from '@otklik/respond'
import type { UserPrincipal } from '@otklik/model/access'
import type { Installation } from '../../installation.ts'
import type { Caller } from '../../platform/audit/index.ts'
import { servicesOfAuthority } from '../../register/index.ts'
import { eraseContacts, leaveFeedback, openCampaign, publishFeedback, stepFeedback } from '../../surveys/index.ts'
import { DEMO_FEEDBACK, type DemoFeedback } from './feedback-words.ts'

type Deps = Pick<Installation, 'db' | 'cipher'>
/** The demonstration writes to nobody. */
const NO_JOBS = { enqueue: async () => null }

/** What respondents want an answer to, and what they were answered, by the calls of an organiser. */
export async function fillFeedback(deps: Deps, at: (daysAgo: number) => Caller<UserPrincipal>): Promise<void> {
  for (const [index, feedback] of DEMO_FEEDBACK.entries()) await fillOne(deps, feedback, index, at)
  await eraseContacts(deps.db, at(0).at)
}

async function fillOne(
  deps: Deps,
  { campaign, ago, words, contact, steps = [], said }: DemoFeedback,
  index: number,
  at: (daysAgo: number) => Caller<UserPrincipal>,
): Promise<void> {
  const { db } = deps
  const came = at(ago).at
  const opened = await openCampaign(db, campaign, null, came)
  if (opened === undefined) throw new Error(`${campaign} is not there`)
  const services = await servicesOfAuthority(db, opened.authority.name)
  const service = services[index % Math.max(1, services.length)] ?? null
  const from = { campaign, nonce: randomUUID(), language: 'ru', view: PLAIN, texts: [words], expires: 0 }
  const id = await leaveFeedback(deps, opened, {
    offer: { ...from, service },
    words,
    contact: contact ?? null,
    at: came,
  })
  if (id === null) throw new Error('a new nonce was used before')
  for (const { after, event, sentence } of steps)
    await stepFeedback({ db, jobs: NO_JOBS }, id, { event, sentence }, at(ago - after))
  if (said !== undefined) await publishFeedback(db, id, said, at(Math.max(0, ago - 30)))
}
