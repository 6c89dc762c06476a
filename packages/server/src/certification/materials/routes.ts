import * as contract from '@otklik/model/certification/api'
import { MOST_FILE_BYTES } from '@otklik/model/files'
import type { FileStore } from '../../files/index.ts'
import { answerList, type App, serve, serveUpload } from '../../platform/http/index.ts'
import { readEntryMaterials } from './entry-materials.ts'
import { addForm, publishForm, saveForm, withdrawForm } from './form-steps.ts'
import { listForms } from './forms.ts'
import { addRemarkFile, sendRemarkFile } from './remark-files.ts'
import {
  acceptListRemark,
  addListRemark,
  declineListRemark,
  listRemarks,
  saveListRemark,
  sendListRemark,
  takeBackListRemark,
} from './remarks.ts'
import { remarksTable } from './remarks-table.ts'
import { beginSelfCheck, fillSelfCheck, signSelfCheck } from './self-checks.ts'

/** Calls about self-checks and about remarks on the draft of a year. */
export function materialRoutes(app: App, store: FileStore): void {
  formRoutes(app, store)
  remarkRoutes(app, store)
  decisionRoutes(app, store)
}

function formRoutes(app: App, { db }: FileStore): void {
  serve(app, contract.listForms, ({ who }) => listForms(db, who))
  serve(app, contract.addForm, (call) => addForm(db, call.body, call))
  serve(app, contract.saveForm, (call) => saveForm(db, call.params.id, call.body, call))
  serve(app, contract.publishForm, (call) => publishForm(db, call.params.id, call))
  serve(app, contract.withdrawForm, (call) => withdrawForm(db, call.params.id, call.body.reason, call))
  serve(app, contract.beginSelfCheck, (call) => beginSelfCheck(db, call.params.id, call))
  serve(app, contract.fillSelfCheck, (call) => fillSelfCheck(db, call.params.id, call.body, call))
  serve(app, contract.signSelfCheck, (call) => signSelfCheck(db, call.params.id, call.body.version, call))
}

function remarkRoutes(app: App, store: FileStore): void {
  serve(app, contract.readEntryMaterials, ({ params, who }) => readEntryMaterials(store, params.id, who))
  serve(app, contract.listRemarks, async ({ params, query, who, reply }) =>
    answerList(reply, query, await listRemarks(store, params.id, query, who), remarksTable),
  )
  serve(app, contract.addListRemark, (call) => addListRemark(store, call.params.id, call.body, call))
  serve(app, contract.saveListRemark, (call) => saveListRemark(store, call.params.id, call.body, call))
  serveUpload(
    app,
    contract.addRemarkFile,
    (call) => addRemarkFile(store, call.params.id, { ...call.query, body: call.body }, call),
    { maxBytes: MOST_FILE_BYTES },
  )
  serve(app, contract.downloadRemarkFile, ({ params, reply, who }) => sendRemarkFile(store, params, reply, who))
}

function decisionRoutes(app: App, store: FileStore): void {
  serve(app, contract.sendListRemark, (call) => sendListRemark(store, call.params.id, call))
  serve(app, contract.takeBackListRemark, (call) => takeBackListRemark(store, call.params.id, call))
  serve(app, contract.acceptListRemark, (call) => acceptListRemark(store, call.params.id, call))
  serve(app, contract.declineListRemark, (call) => declineListRemark(store, call.params.id, call.body.reason, call))
}
