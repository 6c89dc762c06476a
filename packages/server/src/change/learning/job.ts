import { jobKind } from '../../platform/jobs/queues.ts'

/** Learns to suggest topics from what people have coded. Every night, and when somebody asks. */
export const learnJob = jobKind<Record<string, never>>('change.learn')
/** Takes in what was said since the last time. Every night, and when somebody asks. */
export const intakeJob = jobKind<Record<string, never>>('change.intake')
