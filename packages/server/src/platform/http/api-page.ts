import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { openApiDocument } from './openapi.ts'

/** `/api/openapi.json` for machines and `/api/` for people: the page's scripts and styles are this server's own files. */
export async function serveApiPage(app: FastifyInstance): Promise<void> {
  const document = openApiDocument()
  app.get('/api/openapi.json', (_request, reply) => reply.header('cache-control', 'no-cache').send(document))
  await app.register(async (scope) => {
    // The page's plugin wants this one beside it; the document itself is ours.
    const stub = { openapi: '3.1.0', info: { title: 'Отклик', version: '1' }, paths: {} }
    await scope.register(swagger, { mode: 'static', specification: { document: stub } })
    await scope.register(swaggerUi, {
      routePrefix: '/api',
      transformSpecification: () => document,
      theme: { title: 'Отклик: API' },
      uiConfig: { docExpansion: 'list', layout: 'BaseLayout' },
      transformStaticCSP: (policy) => policy.replace("style-src 'self'", `style-src 'self' ${PAGE_STYLE}`),
    })
  })
}

/** The one style element that the page's bundle puts in by itself; changes with its version. */
const PAGE_STYLE = `'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='`
