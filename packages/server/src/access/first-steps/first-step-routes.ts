import { reachOf } from '@otklik/model/access'
import { readFirstSteps as contract } from '@otklik/model/access/api'
import { type App, serve } from '../../platform/http/index.ts'
import type { PeopleDeps } from '../deps.ts'
import { readFirstSteps } from './read-first-steps.ts'

export function firstStepRoutes(app: App, { db, letters }: PeopleDeps): void {
  serve(app, contract, ({ who, at }) => readFirstSteps(db, { reach: reachOf(who), mail: letters.on, at }))
}
