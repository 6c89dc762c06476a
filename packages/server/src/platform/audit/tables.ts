/** `entry` is the canonical JSON of what was recorded; the other columns repeat parts of it for searching. */
export interface AuditRow {
  seq: number
  at: Date
  who: string
  what: string
  subject: string
  entry: string
  hash: string
}
export interface AuditTables {
  audit_log: AuditRow
}
