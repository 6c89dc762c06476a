import type { FastifyRequest } from 'fastify'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a browser on another site could have been made to send this write. Asked of every write that is not signed
 * by a token: browsers say where a request comes from (Sec-Fetch-Site, Origin); a cookie without either is refused.
 */
export function isForeignWrite(request: FastifyRequest, publicUrl: string, hasCookie: boolean): boolean {
  if (SAFE.has(request.method)) return false
  const { origin, 'sec-fetch-site': site } = request.headers
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none'
  if (origin !== undefined) return !isOwn(origin, publicUrl, request.host)
  return hasCookie
}

/** The server may be reached by other names than its public one, but a page that came unencrypted is nobody's own there. */
function isOwn(origin: string, publicUrl: string, host: string): boolean {
  const parsed = URL.parse(origin)
  if (parsed === null) return false
  const own = new URL(publicUrl)
  if (parsed.origin === own.origin) return true
  return parsed.host === host && (parsed.protocol === own.protocol || parsed.protocol === 'https:')
}

const TOKEN_NAMES = new Set(['token', 'access_token', 'api_key', 'apikey', 'authorization'])

/** A secret in an address ends in logs and histories; the call is refused so that nobody gets used to it. */
export function hasTokenInUrl(url: string): boolean {
  if (/otk_[\w-]{16,}/.test(url)) return true
  const query = url.slice(url.indexOf('?') + 1)
  return url.includes('?') && [...new URLSearchParams(query).keys()].some((name) => TOKEN_NAMES.has(name.toLowerCase()))
}
