import type { App } from '../platform/http/index.ts'
import { job, type Job, type PlatformDeps } from '../platform/module.ts'
import { countedOf, type ProgressDeps } from '../progress/index.ts'
import { certificatesJob, watchCertificates } from './cases/job.ts'
import { certificationRoutes } from './routes.ts'

export interface CertificationServerDeps extends PlatformDeps {
  readonly progress: ProgressDeps
}

export const routes = (app: App, { db, cipher, config, progress }: CertificationServerDeps): void =>
  certificationRoutes(app, {
    db,
    cipher,
    publicUrl: config.publicUrl,
    // Packages are counted by service: a variant shares the facts of the whole one.
    counted: (service) => countedOf(progress, service.split(':')[0] ?? service),
  })

export const jobs: readonly Job<CertificationServerDeps>[] = [
  job(certificatesJob, {
    work:
      ({ progress }) =>
      async () => {
        await watchCertificates(progress)
      },
    schedule: { cron: '45 4 * * *', data: {} },
  }),
]
