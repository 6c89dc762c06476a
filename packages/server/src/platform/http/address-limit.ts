import { isIPv6 } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { tooManyRequests } from '../problems/common.ts'
import { ProblemError } from '../problems/index.ts'

export interface AddressLimitOptions {
  readonly perMinute: number
  /** Which of the answered calls count; by default all. Those that do not are limited to ten times as many. */
  readonly counts?: ((reply: FastifyReply) => boolean) | undefined
  /** Another window than a minute: `perMinute` then counts for so many milliseconds. */
  readonly windowMs?: number
}

/** For calls that try a secret: who has the right one is not kept from trying, nor are others at the same address. */
export const FAILURES = (reply: FastifyReply): boolean => reply.statusCode >= 400

const MINUTE_MS = 60_000
/** What does not count costs something too. */
const ALL = 10
/** So many addresses are remembered; past that, those that came first are forgotten. */
const REMEMBERED = 10_000

interface Window {
  readonly until: number
  counted: number
  all: number
}

/** One subscriber of IPv6 has a whole /64. */
export const networkOf = (address: string): string =>
  isIPv6(address) ? address.split(':').slice(0, 4).join(':') : address

/**
 * Limits the calls of one address within a minute. A call counts from its beginning, so that calls side by side can't all
 * pass as the first, until its answer shows that it does not.
 */
export function addressLimit({ perMinute, counts, windowMs = MINUTE_MS }: AddressLimitOptions) {
  const windows = new Map<string, Window>()
  const windowOf = new WeakMap<FastifyRequest, Window>()
  const open = (address: string, now: number): Window => {
    const known = windows.get(address)
    if (known && known.until > now) return known
    windows.delete(address)
    const opened = { until: now + windowMs, counted: 0, all: 0 }
    windows.set(address, opened)
    forgetOldest(windows)
    return opened
  }
  return {
    enter: async (request: FastifyRequest): Promise<void> => {
      const now = Date.now()
      const window = open(networkOf(request.ip), now)
      if (window.counted >= perMinute || (counts && window.all >= perMinute * ALL))
        throw refusal(Math.ceil((window.until - now) / 1000))
      window.counted++
      window.all++
      windowOf.set(request, window)
    },
    leave: async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const window = windowOf.get(request)
      if (window && counts?.(reply) === false) window.counted--
    },
  }
}

function forgetOldest(windows: Map<string, Window>): void {
  for (const old of windows.keys()) {
    if (windows.size <= REMEMBERED) return
    windows.delete(old)
  }
}

function refusal(seconds: number): ProblemError {
  return new ProblemError(tooManyRequests, tooManyRequests.detail(seconds), {
    headers: { 'retry-after': String(seconds) },
  })
}
