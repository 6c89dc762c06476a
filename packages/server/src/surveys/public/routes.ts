import { join } from 'node:path'
import * as contract from '@otklik/model/surveys/api'
import { tokensOf } from '@otklik/respond'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keptSecret } from '../../platform/engines/secret.ts'
import { type App, serve } from '../../platform/http/index.ts'
import type { PlatformDeps } from '../../platform/module.ts'
import { noSuchPath } from '../../platform/problems/common.ts'
import { problem } from '../../platform/problems/index.ts'
import { type AssetFile, readAssets } from './assets.ts'
import { failed, handleFailures } from './failures.ts'
import { offerSent, takeFeedback } from './feedback.ts'
import { type Posted, readForms } from './fields.ts'
import { rememberCampaigns } from './open.ts'
import { pace } from './pace.ts'
import { gatherPageCounts } from './page-counts.ts'
import type { Pages } from './pages.ts'
import { type Answered, send, sendAsset } from './send.ts'
import { showPage } from './show-page.ts'
import { openSources } from './sources.ts'
import { takePage } from './take-page.ts'
import { beginTrial, TRIAL, trialPage } from './trial.ts'
import { queryOf, type Visit, visitOf } from './visit.ts'

/** What a page with everything typed on it may weigh. */
const BODY_BYTES = 256 * 1024
/** A desk where 60 people finish in a minute asks for some 1,400 pages. */
const VISITS_PER_MINUTE = 1800
const ENDINGS_PER_MINUTE = 180

export interface PublicPagesDeps extends Pick<PlatformDeps, 'db' | 'log' | 'cipher'> {
  readonly config: Pick<PlatformDeps['config'], 'dataDir' | 'publicUrl'>
}

/** Signs and seals what travels with pages. A server that has never had the key makes one; a damaged file is refused. */
export const pagesKeyFile = (dataDir: string): string => join(dataDir, 'keys', 'pages.key')

/**
 * The pages people answer on: no cookie is read or set, so nothing that another site sends could act for anybody, and where
 * a request comes from is not asked.
 */
export function publicPages(app: App, { config, db, log, cipher }: PublicPagesDeps): void {
  const { assets, files, widget } = readAssets()
  const secret = keptSecret(pagesKeyFile(config.dataDir))
  const pages: Pages = {
    db,
    open: rememberCampaigns(db),
    tokens: tokensOf(secret),
    offers: tokensOf(secret, 'offer'),
    cipher,
    publicUrl: config.publicUrl,
    sourceOf: openSources(db),
    visits: pace(VISITS_PER_MINUTE),
    endings: pace(ENDINGS_PER_MINUTE),
    counts: gatherPageCounts(db, log),
    assets,
  }
  app.addHook('onClose', () => pages.counts.flush())
  serve(app, contract.tryQuestionnaire, ({ params, body, who, at }) => beginTrial(pages, params.code, body, who, at))
  void app.register(async (scope) => {
    const inside: Pages = { ...pages, assets: undefined, base: '/w' }
    readForms(scope)
    handleFailures(scope, inside)
    serveWidget(scope, inside, widget)
  })
  void app.register(async (scope) => {
    readForms(scope)
    handleFailures(scope, pages)
    scope.get<{ Params: { file: string } }>('/r/assets/:file', (request, reply) => {
      const file = files.get(request.params.file)
      if (file === undefined) throw problem(noSuchPath)
      return sendAsset(request, reply, file)
    })
    for (const url of ['/r/:campaign', '/r/:campaign/:link']) servePages(scope, pages, url)
    serveTrials(scope, pages)
    // Else the desk would be shown to who has mistyped an address.
    for (const url of ['/r', '/r/*'])
      scope.get(url, () => {
        throw failed('unknown')
      })
  })
}

/** Other sites may ask for these, without anybody's cookie: the widget's script, and what it shows of pages. */
function serveWidget(scope: FastifyInstance, pages: Pages, script: AssetFile | undefined): void {
  scope.addHook('onRequest', async (_request, reply) => {
    void reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
  })
  scope.get('/w.js', (request, reply) => {
    if (script === undefined) throw problem(noSuchPath)
    return sendAsset(request, reply, script, 'public, max-age=3600')
  })
  for (const url of ['/w/:campaign', '/w/:campaign/:link']) servePages(scope, pages, url)
}

function serveTrials(scope: FastifyInstance, pages: Pages): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, fields: Posted | undefined) => {
    const token = fields === undefined ? queryOf(request)._t : fields.find(([name]) => name === '_t')?.[1]
    const at = request.server.clock()
    return send(request, reply, await scope.pulse.during(() => trialPage(pages, { token, fields, at })))
  }
  const options = { bodyLimit: BODY_BYTES }
  scope.get(`/r/${TRIAL}`, (request, reply) => answer(request, reply, undefined))
  scope.post(`/r/${TRIAL}`, options, (request, reply) => answer(request, reply, (request.body ?? []) as Posted))
}

function servePages(scope: FastifyInstance, pages: Pages, url: string): void {
  const options = { bodyLimit: BODY_BYTES, config: { nameless: true } }
  const answered = (answer: (visit: Visit, fields: Posted) => Promise<Answered>) => {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      // The parsers of this scope give nothing else.
      const fields = (request.body ?? []) as Posted
      return send(request, reply, await scope.pulse.during(async () => answer(await visitOf(pages, request), fields)))
    }
  }
  scope.get(url, options, answered(showPage))
  scope.post(
    url,
    options,
    answered((visit, fields) => {
      const offer = offerSent(fields)
      return offer === undefined ? takePage(visit, fields) : takeFeedback(visit, offer, fields)
    }),
  )
}
