import * as contract from '@otklik/model/surveys/api'
import { type App, serve } from '../platform/http/index.ts'
import { defineProblem, problem } from '../platform/problems/index.ts'

const notYet = defineProblem('not_yet', 409, 'Ещё не сделано', () => 'В этой версии программы этого ещё нет.')

/** What is described and comes with the public pages. */
export function laterRoutes(app: App): void {
  serve(app, contract.tryQuestionnaire, () => {
    throw problem(notYet)
  })
}
