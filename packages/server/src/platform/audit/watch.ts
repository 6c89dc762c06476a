import { createHash } from 'node:crypto'
import type { AuditEventName } from '@otklik/model/access'
import type { Watch, WatchedCall } from '../http/watch.ts'
import type { Db } from '../postgres/open.ts'
import { canonicalJson } from './canonical.ts'
import { nameOf, recordAudit } from './record.ts'

/** How often one and the same thing is written down at most. */
const PAUSE_MS = 60_000
/** So many things are remembered as written down; past that, the oldest are forgotten and may be written again. */
const REMEMBERED = 10_000

/**
 * Writes into the audit what is looked at, exported and refused. A refusal of one caller at one route, and a repeated
 * look at the same thing by the same session, take one row a minute: a loop can't fill the disk. Exports are each
 * written down.
 */
export function watchCalls(db: Db, now: () => Date = () => new Date()): Watch {
  const refusals = sparingly(now)
  const views = sparingly(now)
  const record = (call: WatchedCall, what: AuditEventName, subject: string, after: unknown) =>
    db
      .transaction()
      .execute((tx) => recordAudit(tx, { who: call.who, what, subject, after, from: call.from, at: now() }))
  const seen = (call: WatchedCall) => ({ route: call.route, query: call.query })
  return {
    refused: async (call, code) => {
      const { kind } = call.who
      if (kind !== 'user' && kind !== 'machine') return
      const subject = `${call.method} ${call.route}`
      await refusals(`${nameOf(call.who)} ${subject}`, (unwritten) =>
        record(call, 'access.refused', subject, { code, path: call.path, unwritten }),
      )
    },
    viewed: async (call) => {
      const subject = `${call.method} ${call.path}`
      await views(sameView(call, subject), () => record(call, 'data.viewed', subject, seen(call)))
    },
    exported: (call) => record(call, 'data.exported', `${call.method} ${call.path}`, seen(call)),
  }
}

/** The same role, session, address and filters. */
function sameView({ who, from, query }: WatchedCall, subject: string): string {
  const as = who.kind === 'user' ? [who.session, who.as?.membership] : []
  const all = canonicalJson([nameOf(who), as, from.address, subject, query])
  return createHash('sha256').update(all).digest('base64')
}

interface Written {
  readonly at: number
  readonly done: Promise<void>
  unwritten: number
}

/** Does a work at most once a minute for each key; tells it how many times it was left out since the last time. */
function sparingly(now: () => Date) {
  const written = new Map<string, Written>()
  return (key: string, work: (unwritten: number) => Promise<void>): Promise<void> => {
    const at = now().getTime()
    const last = written.get(key)
    if (last && at - last.at < PAUSE_MS && at >= last.at) {
      last.unwritten++
      return last.done
    }
    const done = work(last?.unwritten ?? 0)
    // Put in anew, so that the oldest come first.
    written.delete(key)
    written.set(key, { at, done, unwritten: 0 })
    forgetOldest(written)
    // What could not be written down must be tried again.
    return done.catch((error: unknown) => {
      written.delete(key)
      throw error
    })
  }
}

function forgetOldest(written: Map<string, Written>): void {
  for (const old of written.keys()) {
    if (written.size <= REMEMBERED) return
    written.delete(old)
  }
}
