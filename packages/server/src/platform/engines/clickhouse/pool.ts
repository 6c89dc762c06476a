import { Session } from 'chdb'
import type { EngineConfig } from './engine-config.ts'
import { quoteName, quoteText } from './literals.ts'

/** What a statement wants of its session. */
export interface SessionState {
  database: string
  settings: ReadonlyMap<string, string>
}

interface Seat {
  session: Session
  applied: SessionState
  busy: boolean
}

export interface SessionPool {
  /** Lends a session that has the database and settings asked for; waits while all are busy. A failure costs the session. */
  use<T>(state: SessionState, work: (session: Session) => Promise<T>): Promise<T>
  /** Stops the statements whose text holds the mark. Works while every session is busy. */
  kill(mark: string): Promise<void>
  close(): void
}

const FRESH: SessionState = { database: 'default', settings: new Map() }

/** A session runs one statement at a time, so there is one for each statement in flight, and one more to stop others. */
export function openPool(path: string, size: number, { file, defaults }: EngineConfig): SessionPool {
  const connectionArgs = [`--config-file=${file}`, ...[...defaults].map(([name, value]) => `--${name}=${value}`)]
  const open = () => new Session(path, { connectionArgs })
  const control = open()
  const seats: Seat[] = Array.from({ length: size }, () => ({ session: open(), applied: FRESH, busy: false }))
  const waiting: (() => void)[] = []
  let killing = Promise.resolve()

  /** After a failure a session holds the beginning of an answer, and would give it out before its next one. */
  const renew = (seat: Seat): void => {
    seat.session.close()
    seat.session = open()
    seat.applied = FRESH
  }
  const take = async (state: SessionState): Promise<Seat> => {
    for (;;) {
      const idle = seats.filter((seat) => !seat.busy)
      const seat = idle.find((candidate) => same(candidate.applied, state)) ?? idle[0]
      if (seat) {
        seat.busy = true
        return seat
      }
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  return {
    use: async (state, work) => {
      const seat = await take(state)
      try {
        await apply(seat, state, defaults)
        return await work(seat.session)
      } catch (error) {
        renew(seat)
        throw error
      } finally {
        seat.busy = false
        waiting.shift()?.()
      }
    },
    kill: (mark) => {
      const sql = `KILL QUERY WHERE position(query, ${quoteText(mark)}) > 0 AND query NOT LIKE 'KILL%' ASYNC`
      killing = killing.then(() => control.queryAsync(sql)).then(ignore, ignore)
      return killing
    },
    close: () => {
      for (const seat of seats) seat.session.close()
      control.close()
    },
  }
}

function ignore(): void {}

function same(a: SessionState, b: SessionState): boolean {
  if (a.database !== b.database || a.settings.size !== b.settings.size) return false
  for (const [name, value] of a.settings) if (b.settings.get(name) !== value) return false
  return true
}

/**
 * Settings are set on the session and taken back by the next statement that does not want them. The engine's own word for
 * that, DEFAULT, would give what the engine was built with, not what it was opened with.
 */
async function apply(seat: Seat, state: SessionState, defaults: EngineConfig['defaults']): Promise<void> {
  if (same(seat.applied, state)) return
  const before = seat.applied
  seat.applied = { database: before.database, settings: new Map([...before.settings, ...state.settings]) }
  const dropped = [...before.settings.keys()].filter((name) => !state.settings.has(name))
  const values = [...dropped.map((name) => [name, defaults.get(name)] as const), ...state.settings]
  const parts = values.map(([name, value]) => `${name} = ${value === undefined ? 'DEFAULT' : quoteText(value)}`)
  if (parts.length > 0) await seat.session.queryAsync(`SET ${parts.join(', ')}`)
  if (before.database !== state.database) await seat.session.queryAsync(`USE ${quoteName(state.database)}`)
  seat.applied = state
}
