import { SOURCES } from '@otklik/model/change'
import * as contract from '@otklik/model/change/api'
import { type App, serve, servePage } from '../../platform/http/index.ts'
import { sendPaper } from '../../platform/papers/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { readEffect } from '../figures/effect.ts'
import { painFigures } from '../figures/figures.ts'
import { figuresPaper } from '../figures/paper.ts'
import { listMaps, readMap } from '../map/read.ts'
import { approveMap, countMap, makeMap } from '../map/steps.ts'
import { type DraftDeps, draftFurtherSurvey } from '../further/draft.ts'
import { declineFurtherSurvey, listFurtherSurveys } from '../further/further.ts'
import { readPainSettings, savePainSettings } from '../settings/settings.ts'
import { saidAndDonePage } from '../publication/page.ts'
import { publishProblem, readPublication, withdrawProblem } from '../publication/publish.ts'
import { changePriority } from './priority.ts'
import { chooseQuotes } from './quotes.ts'
import { listProblems, readProblem } from './read.ts'
import { makeProblem, saveProblem } from './save.ts'
import { declineProblem, reopenProblem, solveProblem } from './steps.ts'

/** Calls about problems and the map of pains. */
export function painRoutes(app: App, deps: DraftDeps): void {
  const { db } = deps
  problemRoutes(app, db)
  mapRoutes(app, db)
  toldRoutes(app, db)
  furtherRoutes(app, deps)
  serve(app, contract.readPainSettings, () => readPainSettings(db))
  serve(app, contract.savePainSettings, (call) => savePainSettings(db, call.body, call))
}

function problemRoutes(app: App, db: Db): void {
  serve(app, contract.listProblems, ({ query, who }) => listProblems(db, query, who))
  serve(app, contract.readProblem, (call) => readProblem(db, call.params.id, call.query.period, call))
  serve(app, contract.makeProblem, (call) => makeProblem(db, call.body, call))
  serve(app, contract.saveProblem, (call) => saveProblem(db, call.params.id, call.body, call))
  serve(app, contract.declineProblem, (call) => declineProblem(db, call.params.id, call.body.reason, call))
  serve(app, contract.solveProblem, (call) => solveProblem(db, call.params.id, call))
  serve(app, contract.reopenProblem, (call) => reopenProblem(db, call.params.id, call.body.reason, call))
  serve(app, contract.changePriority, (call) => changePriority(db, call.params.id, call.body, call))
  serve(app, contract.chooseQuotes, async (call) => ({
    quotes: await chooseQuotes(db, call.params.id, call.body.statements, call),
  }))
}

function mapRoutes(app: App, db: Db): void {
  serve(app, contract.readPainMap, (call) => painFigures(db, call.query, call))
  serve(app, contract.printPainMap, async (call) => {
    const { format, ...ask } = call.query
    const lines = ask.source === undefined ? [] : [`Посчитано только то, откуда: ${SOURCES[ask.source]}`]
    return sendPaper(call.reply, figuresPaper(await painFigures(db, ask, call), call.at.toISOString(), lines), format)
  })
  serve(app, contract.listMaps, ({ who }) => listMaps(db, who))
  serve(app, contract.readMap, (call) => readMap(db, call.params.id, call))
  serve(app, contract.makeMap, (call) => makeMap(db, call.body.period, call))
  serve(app, contract.countMap, (call) => countMap(db, call.params.id, call))
  serve(app, contract.approveMap, (call) => approveMap(db, call.params.id, call.body.seen, call))
  serve(app, contract.printMap, async (call) => {
    const { figures, made, approved, number } = await readMap(db, call.params.id, call)
    const lines = [`Редакция № ${number}${approved ? `, утвердил: ${approved.by}` : ', проект'}`]
    return sendPaper(call.reply, figuresPaper(figures, (approved ?? made).at, lines), call.query.format)
  })
  serve(app, contract.readEffect, (call) => readEffect(db, call.params.id, call))
}

function toldRoutes(app: App, db: Db): void {
  serve(app, contract.readPublication, ({ params, who }) => readPublication(db, params.id, who))
  serve(app, contract.publishProblem, (call) => publishProblem(db, call.params.id, call.body, call))
  serve(app, contract.withdrawProblem, (call) => withdrawProblem(db, call.params.id, call))
  servePage(app, '/said-and-done', ({ at }) => saidAndDonePage(db, at))
}

function furtherRoutes(app: App, deps: DraftDeps): void {
  serve(app, contract.listFurtherSurveys, (call) => listFurtherSurveys(deps, call))
  serve(app, contract.declineFurtherSurvey, (call) => declineFurtherSurvey(deps.db, call.body, call))
  serve(app, contract.draftFurtherSurvey, (call) => draftFurtherSurvey(deps, call.body, call))
}
