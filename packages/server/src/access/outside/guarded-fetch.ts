import { lookup } from 'node:dns'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { type RequestOptions, request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { CustomFetch, CustomFetchOptions } from 'openid-client'
import { bareHost, isLoopback, isLoopbackHost, reachOfAddress } from '../../platform/inner-addresses.ts'

/** What may be asked, and for how long and how much at most. */
export interface FetchLimits {
  readonly issuer: URL
  /** Origins that may be asked: the issuer's own and those the operator has listed. */
  readonly origins: ReadonlySet<string>
  /** Whether hosts may have addresses of an inner network. */
  readonly privateNetwork: boolean
  /** For a whole answer, from the name's resolving to the last byte. */
  readonly timeoutMs: number
  readonly maxBytes: number
}

/** Why a request was not made, or its answer not taken: for the log. */
export class FetchRefused extends Error {
  override name = 'FetchRefused'
}

/**
 * A fetch for one provider that goes nowhere else: only to listed origins, only to addresses that were looked at at the
 * moment of connecting (so that a name can't mean another address a moment later), never after a redirect, for a limited
 * time and a limited size.
 */
export function guardedFetch(limits: FetchLimits): CustomFetch {
  return async (url, options) => {
    const target = new URL(url)
    if (!limits.origins.has(target.origin)) throw new FetchRefused(`not an origin of the provider: ${target.origin}`)
    const host = bareHost(target.hostname)
    // Of a literal address nothing is looked up: the socket would connect without asking.
    if (isIP(host) !== 0) checkAddress(host, target, limits)
    const answer = await ask(target, options, limits)
    const body = await readAll(answer, limits.maxBytes)
    const { statusCode = 502, headers } = answer
    // A body is forbidden in an answer with these statuses; none of them is one the protocol waits for.
    const bare = statusCode === 204 || statusCode === 205 || statusCode === 304
    return new Response(bare ? null : body, {
      status: statusCode < 200 ? 502 : statusCode,
      headers: headers['content-type'] ? { 'content-type': headers['content-type'] } : {},
    })
  }
}

function ask(target: URL, options: CustomFetchOptions, limits: FetchLimits): Promise<IncomingMessage> {
  // The library sends forms, or nothing.
  const body = options.body instanceof URLSearchParams ? options.body.toString() : undefined
  const timeout = AbortSignal.timeout(limits.timeoutMs)
  const settings: RequestOptions = {
    method: options.method,
    headers: { ...options.headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
    signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    lookup: guardedLookup(target, limits),
    // A connection of its own: one that is kept open was looked at for another request.
    agent: false,
    maxHeaderSize: 16_384,
  }
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? secureRequest : plainRequest
    const request = send(target, settings, resolve)
    request.once('error', reject)
    request.end(body)
  })
}

async function readAll(answer: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of answer) {
    bytes += piece.length
    if (bytes > maxBytes) {
      answer.destroy()
      throw new FetchRefused(`the answer is longer than ${maxBytes} bytes`)
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Refuses a name if any of its addresses is not to be connected to: which one is taken is the socket's choice. */
function guardedLookup(target: URL, limits: FetchLimits): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      try {
        for (const { address } of found) checkAddress(address, target, limits)
        const [first] = found
        if (first === undefined) throw new FetchRefused(`no address: ${hostname}`)
        if (options.all) done(null, found)
        else done(null, first.address, first.family)
      } catch (refused) {
        done(refused instanceof Error ? refused : new FetchRefused(hostname), [])
      }
    })
  }
}

function checkAddress(address: string, { hostname }: URL, { issuer, privateNetwork }: FetchLimits): void {
  const where = reachOfAddress(address)
  if (where === 'public' || (where === 'private' && privateNetwork)) return
  // The operator has named this very address, or this very machine, as the provider.
  const named = hostname === issuer.hostname && (isIP(bareHost(hostname)) !== 0 || isLoopbackHost(hostname))
  if (named && (address === bareHost(hostname) || (isLoopbackHost(hostname) && isLoopback(address)))) return
  throw new FetchRefused(`${hostname} has an inner address: ${address}`)
}
