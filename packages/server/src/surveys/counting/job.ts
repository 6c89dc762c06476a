import { setTimeout as pause } from 'node:timers/promises'
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { Log } from '../../platform/log.ts'
import { waitForLock } from '../../platform/postgres/locks.ts'
import { endDueCampaigns } from '../campaigns/due.ts'
import { type CountingDeps, countWaiting } from './count-waiting.ts'
import { agrees, recount } from './recount.ts'

/** Answers are counted, and campaigns end, while such a job runs. `check`: what is counted is compared with the answers first. */
export const countAnswersJob = jobKind<{ readonly check?: boolean }>('count-survey-answers', { retries: 0 })

/** A figure is no older than this and the counting itself. */
const EVERY_MS = 1000
/** The queue starts one each minute: there is always one that runs or waits. */
const LASTS_MS = 58_000

/** Looks every second for answers that are not counted, for about a minute. */
export const countAnswers =
  ({ log, ...deps }: JobDeps): JobHandler<{ readonly check?: boolean }> =>
  async ({ signal, data }) => {
    if (data.check) await alone(deps, recountWhatDiffers)
    const until = Date.now() + LASTS_MS
    while (!signal.aborted && Date.now() < until) {
      // A store that is away comes back: the next look counts what has come meanwhile.
      await lookOnce(deps).catch((err: unknown) => log.warn({ err }, 'answers of surveys were not counted'))
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  }

interface JobDeps extends CountingDeps {
  readonly log: Log
}

async function lookOnce(deps: CountingDeps): Promise<void> {
  await alone(deps, countWaiting)
  await endDueCampaigns(deps.db, new Date())
}

async function recountWhatDiffers(deps: CountingDeps): Promise<void> {
  if (!(await agrees(deps))) await recount(deps)
}

/** While nobody else counts. */
const alone = (deps: CountingDeps, work: (deps: CountingDeps) => Promise<unknown>): Promise<unknown> =>
  deps.db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'surveyCounting')
    return work(deps)
  })
