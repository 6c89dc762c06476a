import type { Origin } from '../../platform/http/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { nowOf } from '../deps.ts'
import { type Attempt, openAttempt, type Purpose } from './attempts.ts'
import { callbackOf, outsideOf, type OutsideDeps } from './deps.ts'
import { OutsideTrouble } from './outside.ts'
import { outsideUnavailable } from './problems.ts'

export interface Begun {
  /** The provider's page. */
  readonly url: string
  /** For the cookie of this browser. */
  readonly browser: string
}

/** Opens an attempt and gives the provider's page for it. Throws the problems `outside_off` and `outside_unavailable`. */
export async function begin(deps: OutsideDeps, purpose: Purpose): Promise<Begun> {
  const outside = outsideOf(deps)
  const { secrets, browser } = await newAttempt(deps, purpose)
  try {
    const url = await outside.begin(callbackOf(deps), secrets)
    return { url: url.href, browser }
  } catch (error) {
    if (error instanceof OutsideTrouble) throw problem(outsideUnavailable, outside.name)
    throw error
  }
}

const newAttempt = (deps: OutsideDeps, purpose: Purpose): Promise<Attempt> =>
  deps.db.transaction().execute((tx) => openAttempt(tx, purpose, nowOf(deps)))

/** What every step of the way is told of the browser. */
export interface Browser {
  readonly from: Origin
  readonly userAgent: string
}
