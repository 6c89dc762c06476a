import type { Origin } from '../../platform/http/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { nowOf } from '../parts.ts'
import { type Attempt, openAttempt, type Purpose } from './attempts.ts'
import { callbackOf, outsideOf, type OutsideParts } from './parts.ts'
import { OutsideTrouble } from './outside.ts'
import { outsideUnavailable } from './problems.ts'

export interface Begun {
  /** The provider's page. */
  readonly url: string
  /** For the cookie of this browser. */
  readonly browser: string
}

/** Opens an attempt and gives the provider's page for it. Throws the problems `outside_off` and `outside_unavailable`. */
export async function begin(parts: OutsideParts, purpose: Purpose): Promise<Begun> {
  const outside = outsideOf(parts)
  const { secrets, browser } = await newAttempt(parts, purpose)
  try {
    const url = await outside.begin(callbackOf(parts), secrets)
    return { url: url.href, browser }
  } catch (error) {
    if (error instanceof OutsideTrouble) throw problem(outsideUnavailable, outside.name)
    throw error
  }
}

const newAttempt = (parts: OutsideParts, purpose: Purpose): Promise<Attempt> =>
  parts.db.transaction().execute((tx) => openAttempt(tx, purpose, nowOf(parts)))

/** What every step of the way is told of the browser. */
export interface Browser {
  readonly from: Origin
  readonly userAgent: string
}
