import { dayOf } from '@otklik/model/days'
import { bySystem } from '../../platform/audit/index.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import { fixBaseBefore, judgeClosedMonths, type ProgressDeps } from '../../progress/index.ts'
import { openCases } from './open.ts'
import { endDueCertificates } from './steps.ts'
import { watchedCertificates } from './watched.ts'

/** Monitoring after certification; every night, after the months were judged. */
export const certificatesJob = jobKind<Record<string, never>>('certification.watch')

/**
 * Fixes what each certificate's CSI is compared with, looks for critical values anew, opens cases of them, and ends the
 * certificates whose day has come. Repeating it changes nothing.
 */
export async function watchCertificates(progress: ProgressDeps): Promise<{ opened: number; ended: number }> {
  const { db } = progress
  const at = progress.now()
  const watched = await watchedCertificates(db, dayOf(at))
  let moved = false
  for (const { service, dated, number } of watched)
    moved = (await fixBaseBefore(progress, { service, issued: dated, chosenBy: `сертификат № ${number}` }, at)) || moved
  if (moved) await judgeClosedMonths(progress)
  return { opened: await openCases(db, bySystem(at)), ended: await endDueCertificates(db, at) }
}
