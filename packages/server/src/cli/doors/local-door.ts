import type { WhyDimension } from '@otklik/model/contributions'
import type { IndicatorRow, Why } from '@otklik/model/progress/api'
import type { KeptReceipt } from '../../exchange/index.ts'
import { keepFiles } from '../../exchange/receiving/keep-files.ts'
import type { Installation } from '../../installation.ts'
import type { Config } from '../../platform/config.ts'
import type { Asked, SliceName, WhyAsked } from '../../progress/index.ts'
import type { Bar } from '../terminal/bar.ts'

export interface Sending {
  readonly paths: readonly { readonly path: string; readonly name: string }[]
  readonly supplier: string
  readonly date: string
  readonly bar: Bar
}
/** What a command can ask of the store, near or far. */
export interface Door {
  importPackage(sending: Sending): Promise<KeptReceipt>
  /** Takes a package's rows back out of the figures. */
  withdrawPackage(withdrawal: { id: number; reason: string }): Promise<void>
  exportDay(request: { date: string; supplier?: string; out: string }): Promise<number>
  indicators(asked: Asked, by: readonly SliceName[]): Promise<readonly IndicatorRow[]>
  why(asked: WhyAsked, by: readonly WhyDimension[]): Promise<Why>
}

/** The installation that the command itself is opening. Files are copied while the engines start and the program is loaded. */
export function localDoor({ dataDir }: Pick<Config, 'dataDir'>, opening: Promise<Installation>): Door {
  // To load it before the engines are launched would keep them, and the copying, from their start.
  const rest = async () => {
    await Promise.allSettled([opening])
    return import('./local-store.ts')
  }
  return {
    importPackage: async (sending) => {
      const keeping = keepFiles(dataDir, sending.date, sending.paths)
      // Who waits for them hears of a failure; until then it must not count as unhandled.
      keeping.catch(() => {})
      return (await rest()).importPackage({ dataDir, opening }, sending, keeping)
    },
    withdrawPackage: async (withdrawal) => (await rest()).withdraw(await opening, withdrawal),
    exportDay: async (request) => (await rest()).exportDay(await opening, request),
    indicators: async (asked, by) => (await rest()).indicators(await opening, asked, by),
    why: async (asked, by) => (await rest()).why(await opening, asked, by),
  }
}
