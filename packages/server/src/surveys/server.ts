import type { App } from '../platform/http/index.ts'
import { job, type Job, type PlatformDeps } from '../platform/module.ts'
import { countAnswers, countAnswersJob } from './counting/job.ts'
import { publicPages } from './public/routes.ts'
import { answerRoutes, linkRoutes } from './routes/answers.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { questionnaireRoutes } from './routes/questionnaires.ts'
import { eraseTraces, eraseTracesJob } from './terms/erase.ts'

export function routes(app: App, deps: PlatformDeps): void {
  questionnaireRoutes(app, deps)
  campaignRoutes(app, deps)
  linkRoutes(app, deps)
  answerRoutes(app, deps)
  publicPages(app, deps)
}

export const jobs: readonly Job<PlatformDeps>[] = [
  job(countAnswersJob, { work: countAnswers, schedule: { cron: '* * * * *', data: {} } }),
  job(eraseTracesJob, { work: ({ db }) => eraseTraces(db), schedule: { cron: '20 3 * * *', data: {} } }),
]

export async function start({ db, jobs: queue }: PlatformDeps): Promise<void> {
  await queue.enqueue(db, countAnswersJob, { check: true }, { key: 'at-start' })
}
