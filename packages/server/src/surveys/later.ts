import * as contract from '@otklik/model/surveys/api'
import { type App, serve } from '../platform/http/index.ts'
import { defineProblem, problem } from '../platform/problems/index.ts'

const notYet = defineProblem('not_yet', 409, 'Ещё не сделано', () => 'В этой версии программы этого ещё нет.')

const refuse = (): never => {
  throw problem(notYet)
}

/** What is described and comes with the next versions. */
export function campaignRoutes(app: App): void {
  serve(app, contract.tryQuestionnaire, refuse)
  serve(app, contract.listCampaigns, refuse)
  serve(app, contract.readCampaign, refuse)
  serve(app, contract.createCampaign, refuse)
  serve(app, contract.saveCampaign, refuse)
  serve(app, contract.dropCampaign, refuse)
  serve(app, contract.startCampaign, refuse)
  serve(app, contract.pauseCampaign, refuse)
  serve(app, contract.resumeCampaign, refuse)
  serve(app, contract.endCampaign, refuse)
  serve(app, contract.saveOutcome, refuse)
  serve(app, contract.moveCampaignVersion, refuse)
  serve(app, contract.listLinks, refuse)
  serve(app, contract.makeLinks, refuse)
  serve(app, contract.closeLink, refuse)
  serve(app, contract.openLink, refuse)
  serve(app, contract.printPosters, refuse)
  serve(app, contract.readResults, refuse)
  serve(app, contract.readCampaignLive, refuse)
  serve(app, contract.listAnswers, refuse)
  serve(app, contract.readAnswer, refuse)
}
