import * as contract from '@otklik/model/access/api'
import { type App, FAILURES, serve } from '../../../platform/http/index.ts'
import { askPasswordReset } from './ask-password-reset.ts'
import { completePasswordReset } from './complete-password-reset.ts'
import type { SessionRouteDeps } from '../session-routes.ts'

export function resetRoutes(app: App, deps: SessionRouteDeps): void {
  serve(
    app,
    contract.askPasswordReset,
    async ({ body, from }) => {
      await askPasswordReset(deps, body.login, from)
      return {}
    },
    // Answered alike, so that all count; a quarter as many, because each may send a letter.
    { perMinute: Math.ceil((deps.attemptsPerMinute ?? 20) / 4) },
  )
  serve(
    app,
    contract.completePasswordReset,
    async ({ body, from }) => {
      await completePasswordReset(deps, body, from)
    },
    { perMinute: deps.attemptsPerMinute ?? 20, counts: FAILURES },
  )
}
