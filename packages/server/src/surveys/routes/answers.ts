import * as contract from '@otklik/model/surveys/api'
import { answerList, type App, sendTable, serve } from '../../platform/http/index.ts'
import { listAnswers, readAnswer } from '../answers/list.ts'
import type { ReadDeps } from '../campaigns/read.ts'
import { closeLink, openLink } from '../links/close.ts'
import { listLinks } from '../links/list.ts'
import { makeLinks } from '../links/make.ts'
import { readLive } from '../live/read.ts'
import { printPosters } from '../posters/print.ts'
import { readResults } from '../results/read.ts'
import { resultColumns, resultRows } from '../results/table.ts'
import { linksTable } from '../table-exports.ts'

/** Links and posters of a campaign. */
export function linkRoutes(app: App, deps: ReadDeps): void {
  serve(app, contract.listLinks, async ({ params, query, who, at, reply }) =>
    answerList(reply, query, await listLinks(deps, params.code, query, who, at), linksTable),
  )
  serve(app, contract.makeLinks, (call) => makeLinks(deps.db, call.params.code, call.body, call))
  serve(app, contract.closeLink, (call) => closeLink(deps, call.params, call.body.reason, call))
  serve(app, contract.openLink, (call) => openLink(deps, call.params, call))
  serve(app, contract.printPosters, ({ params, query, who, at, reply }) =>
    printPosters(deps, params.code, query, who, { at, reply }),
  )
}

/** What was answered: counted, as it comes in, and one by one. */
export function answerRoutes(app: App, deps: ReadDeps): void {
  serve(app, contract.readResults, async ({ params, query, who, at, reply }) => {
    const { results, document } = await readResults(deps, params.code, query, who, at)
    const { format = 'json' } = query
    if (format === 'json') return results
    const name = `Итоги ${params.code}`
    return sendTable(reply, { name, columns: resultColumns, rows: resultRows(results, document) }, format)
  })
  serve(app, contract.readCampaignLive, ({ params, who, at }) => readLive(deps, params.code, who, at))
  serve(app, contract.listAnswers, ({ params, query, who, at }) => listAnswers(deps.db, params.code, query, who, at))
  serve(app, contract.readAnswer, ({ params, who, at }) => readAnswer(deps.db, params, who, at))
}
