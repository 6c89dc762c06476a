import { type Asked, csv, type Handlers, isFile, type Reply } from './fake-contract.ts'
import { auditRecords } from './fixtures/audit.ts'
import { noRespondents, respondents } from './fixtures/respondents.ts'

function audit({ query, state }: Asked): Reply {
  if (isFile(query)) return csv('audit.csv')
  if (state.empty) return { json: { rows: [], next: null } }
  const limit = Number(query.limit ?? 100)
  const found = auditRecords().filter(
    ({ seq, what, subject, who, organisation, at }) =>
      seq < Number(query.before ?? Number.POSITIVE_INFINITY) &&
      (query.what ?? what) === what &&
      (query.subject ?? subject) === subject &&
      (query.who ?? `${who.kind}:${who.id}`) === `${who.kind}:${who.id}` &&
      (query.organisation === undefined || Number(query.organisation) === organisation?.id) &&
      at.slice(0, 10) >= (query.from ?? '') &&
      (who.name ?? '').toLowerCase().includes((query.find ?? '').toLowerCase()),
  )
  const rows = found.slice(0, limit)
  return { json: { rows, next: found.length > limit ? (rows.at(-1)?.seq ?? null) : null } }
}

function readRespondents({ query, state }: Asked): Reply {
  if (isFile(query)) return csv('respondents.csv')
  const asked = state.calls.filter(({ name }) => name === 'readRespondents').length
  return { json: state.empty ? noRespondents() : respondents(asked) }
}

/** What the ministry and the auditors see. */
export const auditHandlers: Handlers = { listAudit: audit, readRespondents }
