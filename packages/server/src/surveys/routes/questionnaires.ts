import * as contract from '@otklik/model/surveys/api'
import { answerList, type App, serve } from '../../platform/http/index.ts'
import type { SurveysDeps } from '../deps.ts'
import { checkDraft, compareVersions } from '../questionnaires/check.ts'
import { createQuestionnaire } from '../questionnaires/create.ts'
import { beginDraft, dropDraft, saveDraft } from '../questionnaires/draft.ts'
import { listQuestionnaires } from '../questionnaires/list.ts'
import { publishQuestionnaire, withdrawQuestionnaire } from '../questionnaires/publish.ts'
import { readQuestionnaire } from '../questionnaires/read.ts'
import { questionnairesTable } from '../table-exports.ts'

export function questionnaireRoutes(app: App, { db }: Pick<SurveysDeps, 'db'>): void {
  serve(app, contract.listQuestionnaires, async ({ query, who, reply }) =>
    answerList(reply, query, await listQuestionnaires(db, query, who), questionnairesTable),
  )
  serve(app, contract.readQuestionnaire, ({ params, query, who }) =>
    readQuestionnaire(db, params.code, who, query.version),
  )
  serve(app, contract.createQuestionnaire, (call) => createQuestionnaire(db, call.body, call))
  serve(app, contract.beginDraft, (call) => beginDraft(db, call.params.code, call))
  serve(app, contract.saveDraft, (call) => saveDraft(db, call.params.code, call.body, call))
  serve(app, contract.dropDraft, async (call) => {
    await dropDraft(db, call.params.code, call)
    return {}
  })
  serve(app, contract.checkDraft, ({ params, query, who }) => checkDraft(db, params.code, who, query.version))
  serve(app, contract.publishQuestionnaire, (call) =>
    publishQuestionnaire(db, call.params.code, call.body.revision, call),
  )
  serve(app, contract.withdrawQuestionnaire, (call) => withdrawQuestionnaire(db, call.params, call.body.reason, call))
  serve(app, contract.compareVersions, ({ params, query, who }) => compareVersions(db, params.code, query, who))
}
