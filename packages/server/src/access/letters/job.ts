import type { Jobs } from '../../platform/jobs/jobs.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { Mail } from '../../platform/mail/index.ts'
import { job, type Job } from '../../platform/module.ts'
import type { Letter, Letters } from '../deps.ts'
import { isNotice } from './notices.ts'
import { type LetterDeps, writeLetter } from './write-letter.ts'

/** Who is to get a letter, and which: no readable address of mail, no link. Tried for about an hour and a half while mail does not work. */
export const lettersJob = jobKind<Letter>('access.letters', { retries: 10, retryDelaySeconds: 5, timeoutSeconds: 120 })

/** Letters that wait in the queue: one link of a kind for one person at a time, and every notice. */
export const lettersBy = (jobs: Pick<Jobs, 'enqueue'>): Letters => ({
  on: true,
  send: async (tx, letter) => {
    await jobs.enqueue(tx, lettersJob, letter, isNotice(letter) ? {} : { key: `${letter.kind}:${letter.userId}` })
  },
})

/** Sends what waits in the queue, where mail can be sent. */
export const workLetters: Job<Omit<LetterDeps, 'mail'> & { readonly mail: Mail | undefined }> = job(lettersJob, {
  work: ({ mail, ...deps }) =>
    mail &&
    (async ({ data }) => {
      await writeLetter({ ...deps, mail }, data)
    }),
})
