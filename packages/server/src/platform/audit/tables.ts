/** `entry` is the canonical JSON of what was recorded; the other columns repeat parts of it for searching. */
export interface AuditRow {
  seq: number
  at: Date
  who: string
  what: string
  subject: string
  /** For whom: the organisation acted in; null: in none, or the row is older than this column. */
  organisation: number | null
  entry: string
  hash: string
}
export interface AuditTables {
  audit_log: AuditRow
  /** Where the log ended at some moments, as the file of heads has it. */
  audit_heads: { at: Date; seq: number; hash: string }
}

declare module '../postgres/database.ts' {
  interface Database extends AuditTables {}
}
