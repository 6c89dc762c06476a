import type { PlatformDeps } from '../platform/module.ts'

/** What the use cases here touch. */
export type SurveysDeps = Pick<PlatformDeps, 'config' | 'log' | 'db' | 'ch' | 'jobs'>
