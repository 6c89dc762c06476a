import * as contract from '@otklik/model/change/api'
import type { FileStore } from '../files/index.ts'
import { answerList, type App, sendTable, serve, serveUpload } from '../platform/http/index.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { readAgreement } from './coding/agreement.ts'
import { codeCluster, listClusters } from './clusters/clusters.ts'
import { codeStatement } from './coding/code.ts'
import { readCoding } from './coding/queue.ts'
import { undoCoding } from './coding/undo.ts'
import type { FurtherDeps } from './further/ports.ts'
import { intakeJob, learnJob } from './learning/job.ts'
import { openMasker } from './masking/masker.ts'
import { addProcess, listProcesses } from './processes/processes.ts'
import { readRubricator } from './rubricator/current.ts'
import { countTopicHits } from './rubricator/hits.ts'
import { mergeTopics, saveRubricator, splitTopic } from './rubricator/save.ts'
import { readTopicRows, topicRows } from './rubricator/topic-rows.ts'
import { listStatements } from './statements/list.ts'
import { maskFragment } from './statements/mask-fragment.ts'
import { measureRoutes } from './measures/routes.ts'
import { painRoutes } from './pains/routes.ts'
import { statementsTable } from './table-exports.ts'

/** What the use cases here touch. */
export interface ChangeDeps extends FileStore, FurtherDeps {
  readonly jobs: Pick<Jobs, 'enqueue'>
}

/** A rubricator of 2,000 topics is far smaller. */
const MOST_BYTES = 20 * 1024 ** 2

export function changeRoutes(app: App, deps: ChangeDeps): void {
  statementRoutes(app, deps)
  codingRoutes(app, deps)
  rubricatorRoutes(app, deps)
  painRoutes(app, deps)
  measureRoutes(app, deps)
}

function statementRoutes(app: App, { db, jobs }: ChangeDeps): void {
  serve(app, contract.listProcesses, ({ who }) => listProcesses(db, who))
  serve(app, contract.addProcess, (call) => addProcess(db, call.body, call))
  serve(app, contract.tryMasking, async ({ body }) => {
    const { masked, found } = (await openMasker())(body.text)
    return { masked, found: [...found] }
  })
  serve(app, contract.listStatements, async ({ query, who, reply }) =>
    answerList(reply, query, await listStatements(db, query, who), statementsTable),
  )
  serve(app, contract.maskFragment, (call) => maskFragment(db, call.params.id, call.body, call))
  serve(app, contract.takeStatements, async () => {
    await jobs.enqueue(db, intakeJob, {}, { key: 'intake' })
    return { asked: true }
  })
}

function codingRoutes(app: App, { db, jobs }: ChangeDeps): void {
  serve(app, contract.readCoding, ({ query, who }) => readCoding(db, query, who))
  serve(app, contract.codeStatement, (call) => codeStatement(db, call.params.id, call.body, call))
  serve(app, contract.undoCoding, (call) => undoCoding(db, call))
  serve(app, contract.listClusters, ({ query, who }) => listClusters(db, query, who))
  serve(app, contract.codeCluster, (call) => codeCluster(db, call.body, call))
  serve(app, contract.readAgreement, ({ who }) => readAgreement(db, who))
  serve(app, contract.learnTopicsNow, async () => {
    await jobs.enqueue(db, learnJob, {}, { key: 'learn' })
    return { asked: true }
  })
}

function rubricatorRoutes(app: App, { db, jobs }: ChangeDeps): void {
  const deps = { db, jobs }
  serve(app, contract.readRubricator, async ({ query, who, reply }) => {
    const found = await readRubricator(db, query.edition, who)
    const { format = 'json' } = query
    return format === 'json' ? found : sendTable(reply, topicRows(found.edition, found.topics), format)
  })
  serve(app, contract.saveRubricator, (call) => saveRubricator(deps, call.body, call))
  serve(app, contract.splitTopic, (call) => splitTopic(deps, call.body, call))
  serve(app, contract.mergeTopics, (call) => mergeTopics(deps, call.body, call))
  serveUpload(
    app,
    contract.importRubricator,
    async (call) => saveRubricator(deps, { ...call.query, topics: await readTopicRows(call.body) }, call),
    { maxBytes: MOST_BYTES },
  )
  serve(app, contract.countTopicHits, ({ body, who }) => countTopicHits(db, body.words, who))
}
