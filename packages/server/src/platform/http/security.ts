import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyReply {
    /** For the desk's page: the one style element per page load that may stand in the document. */
    styleNonce: string
  }
}

/**
 * Headers of every answer. Scripts come from files of this server only. The desk's component library puts style
 * elements into the page at run time: they carry the page's nonce; attributes of style are let be (charts need them).
 */
export async function securityHeaders(app: FastifyInstance, publicUrl: string): Promise<void> {
  const https = publicUrl.startsWith('https:')
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })
  app.decorateReply('styleNonce', '')
  app.addHook('onRequest', async (_request, reply) => {
    reply.styleNonce = randomBytes(16).toString('base64')
    void reply.header('content-security-policy', contentPolicy(reply.styleNonce, https))
    void reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
  })
  app.addHook('onSend', async (request, reply) => {
    // Answers of the API hold people's data: no shared or disk cache keeps them.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store')
  })
}

/** Of answers to addresses that can't be read: they are sent before any hook, and hold no page. */
export function bareHeaders(publicUrl: string): Record<string, string> {
  return {
    'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  }
}

export function contentPolicy(styleNonce: string, https: boolean): string {
  const rules = {
    'default-src': `'self'`,
    'script-src': `'self'`,
    'script-src-attr': `'none'`,
    'style-src': `'self' 'nonce-${styleNonce}'`,
    'style-src-attr': `'unsafe-inline'`,
    'img-src': `'self' data: blob:`,
    'font-src': `'self' data:`,
    'connect-src': `'self'`,
    'object-src': `'none'`,
    'base-uri': `'none'`,
    'form-action': `'self'`,
    'frame-ancestors': `'none'`,
    ...(https && { 'upgrade-insecure-requests': '' }),
  }
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}
