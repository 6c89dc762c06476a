import type { AuditRecord } from '@otklik/model/access/api'

/** A row of the log, and what the organisation is called now. */
export interface ShownRow {
  readonly seq: number
  readonly at: Date
  readonly who: string
  readonly what: string
  readonly subject: string
  readonly entry: string
  readonly organisation: number | null
  readonly organisation_name: string | null
}

const KINDS = ['user', 'machine', 'operator', 'system', 'nobody'] as const

/** Names are as they were at the time, where the entry has them. */
export function recordOf(row: ShownRow): AuditRecord {
  const entry = objectIn(row.entry)
  const actor = asObject(entry.actor)
  const from = asObject(entry.from)
  const [word = '', id] = row.who.split(/:(.*)/s)
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    who: {
      kind: KINDS.find((kind) => kind === word) ?? 'nobody',
      id: id ?? null,
      name: textOf(actor.name),
      login: textOf(actor.login),
    },
    role: textOf(actor.role),
    organisation:
      row.organisation === null
        ? null
        : { id: row.organisation, name: textOf(actor.in) ?? row.organisation_name ?? String(row.organisation) },
    what: row.what,
    subject: row.subject,
    before: entry.before ?? null,
    after: entry.after ?? null,
    address: textOf(from.address),
    request: textOf(from.request),
  }
}

type Members = Readonly<Record<string, unknown>>

/** A row that was tampered with is shown as far as it can be read. */
function objectIn(entry: string): Members {
  try {
    return asObject(JSON.parse(entry))
  } catch {
    return {}
  }
}

const asObject = (value: unknown): Members =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
