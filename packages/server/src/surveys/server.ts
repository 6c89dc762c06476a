import type { App } from '../platform/http/index.ts'
import { job, type Job, type PlatformDeps } from '../platform/module.ts'
import { countAnswers, countAnswersJob } from './counting/job.ts'
import { eraseContacts, eraseContactsJob } from './feedback/contacts.ts'
import { feedbackLetterJob, sendFeedbackLetter } from './feedback/letters.ts'
import { publicPages } from './public/routes.ts'
import { answerRoutes, linkRoutes } from './routes/answers.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { feedbackRoutes } from './routes/feedback.ts'
import { questionnaireRoutes } from './routes/questionnaires.ts'
import { eraseTraces, eraseTracesJob } from './terms/erase.ts'

export function routes(app: App, deps: PlatformDeps): void {
  questionnaireRoutes(app, deps)
  campaignRoutes(app, deps)
  linkRoutes(app, deps)
  answerRoutes(app, deps)
  feedbackRoutes(app, deps)
  publicPages(app, deps)
}

export const jobs: readonly Job<PlatformDeps>[] = [
  job(countAnswersJob, { work: countAnswers, schedule: { cron: '* * * * *', data: {} } }),
  job(eraseTracesJob, { work: ({ db }) => eraseTraces(db), schedule: { cron: '20 3 * * *', data: {} } }),
  job(eraseContactsJob, {
    work:
      ({ db }) =>
      async () => {
        await eraseContacts(db, new Date())
      },
    schedule: { cron: '25 3 * * *', data: {} },
  }),
  job(feedbackLetterJob, {
    work:
      ({ mail, db, cipher, config: { publicUrl } }) =>
      async ({ data }) =>
        sendFeedbackLetter({ mail, db, cipher, publicUrl }, data),
  }),
]

export async function start({ db, jobs: queue }: PlatformDeps): Promise<void> {
  await queue.enqueue(db, countAnswersJob, { check: true }, { key: 'at-start' })
}
