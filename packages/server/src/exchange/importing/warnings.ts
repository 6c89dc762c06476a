import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { together } from '../../platform/together.ts'
import { findDoubts } from './doubts.ts'
import type { CheckParts } from './parts.ts'
import { sampled, type WarningRow } from './samples.ts'
import { findUnknownRequests } from './unknown-requests.ts'
import { warnOfServices } from './unknown-services.ts'

/** A warning of a file: how many rows bear it, and the first of them. */
export interface Warning extends Omit<WarningRow, 'samples'> {
  readonly samples: readonly { readonly row: number; readonly column: string; readonly value: string }[]
}

/**
 * Notes made row by row: times left out, repetitions. A wide row may repeat itself and much of what came before: it counts
 * once; what it says again of the row whose place it takes is no repetition. What the event is called depends on the file, which may have no column for it, but every file names the request.
 */
const noted = `
  SELECT package, file, code, uniqExact(row) AS rows, ${sampled('column', 'value')} AS samples FROM (
    SELECT package, file, row, code, column, value FROM stage_notes WHERE code != ''
    UNION ALL
    SELECT DISTINCT package, file, row, 'duplicate_event' AS code, 'request_id' AS column, request_id AS value
    FROM stage_repeats
    WHERE (package, file, row) NOT IN (SELECT package, file, row FROM stage_notes WHERE code = 'duplicate_event')
      AND (package, file, row) NOT IN (SELECT package, file, row FROM stage_replacing)
  ) GROUP BY package, file, code`

const findNoted = async (ch: ClickHouse, sizeOf: (table: string) => number): Promise<WarningRow[]> =>
  sizeOf('stage_notes') + sizeOf('stage_repeats') > 0 ? ch.query<WarningRow>(noted) : []

/** Everything whose size decides what is worth asking. */
export const sized = [
  'stage_events',
  'stage_requests',
  'stage_payments',
  'stage_ratings',
  'stage_complaints',
  'stage_services',
  'stage_notes',
  'stage_repeats',
  'stage_lives',
  'request_current',
  'request_state',
  'payments',
  'ratings',
  'complaints',
  'services',
]

/** The warnings of everything in the staging area, per file. Call after the repeated events have been taken out. */
export async function findWarnings(
  { ch, registered }: Pick<CheckParts, 'ch' | 'registered'>,
  sizeOf: (table: string) => number,
): Promise<Warning[]> {
  const found = await together([
    findUnknownRequests(ch, sizeOf),
    findDoubts(ch, sizeOf),
    findNoted(ch, sizeOf),
    sizeOf('stage_requests') > 0 ? warnOfServices({ ch, registered }) : Promise.resolve([]),
  ])
  return found.flat().map((row) => ({ ...row, samples: row.samples.map((s) => ({ ...s, row: Number(s.row) })) }))
}
