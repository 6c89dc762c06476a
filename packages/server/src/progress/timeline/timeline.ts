import type { Timeline } from '@otklik/model/progress/api'
import { problem, problems } from '../../platform/problems/index.ts'
import { type FileName, fileKey } from '../ports.ts'
import type { Scope } from '../scope.ts'
import { isReached } from '../reach.ts'
import { timelineEvents } from './events.ts'
import { type WithReplacement, withReplacements } from './replaced.ts'
import { type RawOrigin, type RawRow, type RawTable, readEvents, readRows } from './rows.ts'

/**
 * Everything known of one request, each row with the place it came from, whoever sent it: the rows are the request's own.
 * Whose the request is, its latest version says; while none has arrived, it is shown only to those who see everything.
 */
export async function readTimeline(deps: Scope, request: string): Promise<Timeline> {
  const unfinished = await deps.ledger.unfinishedPackages()
  const rows = async (table: RawTable) => withReplacements(table, await readRows(deps.ch, table, request, unfinished))
  const [events, versions, payments, ratings, complaints] = await Promise.all([
    readEvents(deps.ch, request, unfinished),
    rows('requests'),
    rows('payments'),
    rows('ratings'),
    rows('complaints'),
  ])
  const all: RawOrigin[] = [...events, ...versions, ...payments, ...ratings, ...complaints]
  const fields = versions.at(-1)?.fields ?? null
  if (all.length === 0 || !isShown(deps, fields)) throw problem(problems.notFound)
  const files = await deps.ledger.fileNames([...new Set(all.map((row) => row.package))])
  const originOf = (raw: RawOrigin) => originIn(files, raw)
  const zone = fields && (await deps.register.zone(fields.region ?? '', fields.office ?? ''))
  const services = await deps.register.services()
  const placed = ({ fields: cells, replacedBy, ...raw }: WithReplacement) => ({
    fields: cells,
    origin: originOf(raw),
    replacedBy: replacedBy && originOf(replacedBy),
  })
  return {
    request,
    fields,
    zone,
    serviceName: services.get(fields?.service_id ?? '')?.name ?? null,
    events: timelineEvents(events, zone, originOf),
    payments: payments.map(placed),
    ratings: ratings.map(placed),
    complaints: complaints.map(placed),
    versions: versions.map(placed),
  }
}

function isShown({ requestReach }: Scope, fields: RawRow['fields'] | null): boolean {
  if (fields === null) return requestReach === 'everything'
  const { region = '', office = '', service_id: service = '' } = fields
  return isReached(requestReach, { region, office, service })
}

function originIn(files: ReadonlyMap<string, FileName>, raw: RawOrigin) {
  const { supplier, date, file } = files.get(fileKey(raw.package, raw.file)) ?? { supplier: '', date: '', file: '' }
  return { package: raw.package, supplier, date, file, row: raw.row }
}
