import { reachOf } from '@otklik/model/access'
import * as contract from '@otklik/model/access/api'
import { type App, sendTable, serve } from '../../platform/http/index.ts'
import { type AccessDeps, nowOf } from '../deps.ts'
import { issueMachineToken } from './issue-token.ts'
import { listTokens } from './list-tokens.ts'
import { revokeToken } from './revoke-token.ts'
import { tokenTable } from './token-table.ts'

export function tokenRoutes(app: App, deps: AccessDeps): void {
  serve(app, contract.listTokens, async ({ query, who, reply }) => {
    const { format = 'json' } = query
    const page = await listTokens(deps.db, reachOf(who), query, nowOf(deps))
    return format === 'json' ? page : sendTable(reply, tokenTable(page.rows), format)
  })
  serve(app, contract.issueMachineToken, (call) => issueMachineToken(deps, call.body, call))
  serve(app, contract.revokeMachineToken, (call) => revokeToken(deps, call.params, call))
}
