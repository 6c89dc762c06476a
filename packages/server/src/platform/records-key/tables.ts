export interface RecordsKeyTables {
  /** One row: which key seals the records of this database. Nothing of the key can be found from it. */
  records_key: { one: true; check_value: string; since: Date }
}

declare module '../postgres/database.ts' {
  interface Database extends RecordsKeyTables {}
}
