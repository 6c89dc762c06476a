import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AssetFile } from './assets.ts'

/** A page is small: it is packed at once. */
const LEVEL = 6

const takesGzip = ({ headers }: FastifyRequest): boolean => /\bgzip\b/.test(headers['accept-encoding'] ?? '')

/** What a request comes to: a page, or another address. */
export type Answered = AnsweredPage | { readonly goTo: string }
export interface AnsweredPage {
  readonly page: string
  readonly status?: number
  /** Origins whose pages may hold this one in a frame. */
  readonly frames?: readonly string[]
}

export function send(request: FastifyRequest, reply: FastifyReply, answered: Answered): FastifyReply {
  // What was typed stands on the page, or in its address.
  void reply.header('cache-control', 'no-store')
  return 'goTo' in answered ? reply.redirect(answered.goTo, 303) : sendPage(request, reply, answered)
}

function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { page, status = 200, frames = [] }: AnsweredPage,
): FastifyReply {
  // The older header knows no list of origins.
  if (frames.length > 0) void reply.removeHeader('x-frame-options')
  const packed = takesGzip(request)
  if (packed) void reply.header('content-encoding', 'gzip')
  return reply
    .code(status)
    .header('content-security-policy', pagePolicy(frames))
    .header('vary', 'accept-encoding')
    .type('text/html; charset=utf-8')
    .send(packed ? gzipSync(page, { level: LEVEL }) : page)
}

/** A page runs the one script and wears the one style of this server, and sends its form to it: nothing else. */
export const pagePolicy = (frames: readonly string[]): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src data:`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors ${frames.length > 0 ? frames.join(' ') : `'none'`}`,
  ].join('; ')

const FOR_EVER = 'public, max-age=31536000, immutable'

/** @param cache by default for ever: the name changes with the content. */
export function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  file: AssetFile,
  cache = FOR_EVER,
): FastifyReply {
  const packed = takesGzip(request)
  if (packed) void reply.header('content-encoding', 'gzip')
  return reply
    .header('cache-control', cache)
    .header('vary', 'accept-encoding')
    .type(file.type)
    .send(packed ? file.gzipped : file.bytes)
}
