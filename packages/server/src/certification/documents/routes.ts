import * as contract from '@otklik/model/certification/api'
import { answerList, type App, serve, servePage } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { certificatePublicPage } from './public-page.ts'
import { listCertificates, registerTable } from './register.ts'
import { sendDocument } from './send.ts'

export function documentRoutes(app: App, deps: { readonly db: Db; readonly publicUrl: string }): void {
  serve(app, contract.listCertificates, async ({ query, who, at, reply }) =>
    answerList(reply, query, await listCertificates(deps, query, { who, at }), registerTable),
  )
  serve(app, contract.printDocument, ({ params, query, who, reply }) =>
    sendDocument({ ...deps, reply }, { ...params, ...query }, who),
  )
  servePage(app, '/certificates/:code', ({ params, at }) => certificatePublicPage(deps.db, params['code'] ?? '', at))
}
