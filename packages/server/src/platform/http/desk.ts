import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './errors.ts'
import { problem } from '../problems/index.ts'
import { noSuchPath } from '../problems/common.ts'

/** Stands in the built index.html where the page's nonce goes: `<meta property="csp-nonce" nonce="__CSP_NONCE__">`. */
const NONCE_MARK = '__CSP_NONCE__'
const NOT_BUILT =
  '<!doctype html><html lang="ru"><meta charset="utf-8"><title>Отклик</title><p>Рабочее место не собрано. Выполните: npm run build'

/**
 * Serves the built desk: files with a hash in their names for ever, index.html anew each time and for every path of
 * the desk's own, everything else (the API, files that are not there) as a problem.
 */
export async function serveDesk(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const page = readPage(folder)
  const sendPage = (reply: FastifyReply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE_MARK, reply.styleNonce))
  if (folder !== undefined && existsSync(folder)) await app.register(fastifyStatic, fileOptions(folder))
  app.get('/', (_request, reply) => sendPage(reply))
  app.setNotFoundHandler((request, reply) =>
    isPage(request) ? sendPage(reply) : sendProblem(request, reply, problem(noSuchPath)),
  )
}

function readPage(folder: string | undefined): string {
  const file = folder === undefined ? undefined : join(folder, 'index.html')
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : NOT_BUILT
}

function fileOptions(root: string) {
  return {
    root,
    index: false as const,
    dotfiles: 'ignore' as const,
    cacheControl: false,
    // The build puts compressed forms beside the files: three quarters less over the wire.
    preCompressed: true,
    setHeaders(reply: FastifyReply, path: string) {
      const hashed = path.startsWith(join(root, 'assets'))
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  }
}

function isPage(request: FastifyRequest): boolean {
  const [path = ''] = request.url.split('?')
  if (request.method !== 'GET' || path === '/api' || path.startsWith('/api/')) return false
  // A request's number may hold a dot, a file of the desk lies at the top or in assets: `/requests/12.345` is a page.
  return !path.startsWith('/assets/') && !/^\/[^/]*\.[^/]*$/.test(path)
}
