import type { Kind } from '@otklik/model/exchange'
import { type Fact, factColumns } from '../../facts/index.ts'

/**
 * Where packages are checked before they are in. The rows of a file go into the intake table of its kind, which keeps
 * nothing and hands each block on: good rows to the staging table of the fact, bad ones with their cells to `stage_bad`.
 * All are made once with the schema, because statements that make tables would cost a small package more than its rows.
 * One import runs at a time; what a broken one left is emptied by the next.
 */
export const factOf: Readonly<Record<Kind, Fact>> = {
  requests: 'requests',
  events: 'events',
  wide: 'requests',
  payments: 'payments',
  ratings: 'ratings',
  complaints: 'complaints',
  services: 'services',
}

export const factStages: readonly string[] = Object.keys(factColumns).map((fact) => `stage_${fact}`)
export const stageTableNames: readonly string[] = [
  ...factStages,
  'stage_bad',
  'stage_notes',
  'stage_repeats',
  'stage_withdrawn',
]
/** Tables without package and file, emptied with the rest. */
export const scratchTableNames: readonly string[] = [
  'stage_lives',
  'stage_suspects',
  'stage_doubtful',
  'stage_waiting',
  'stage_told',
  'stage_replacing',
]
