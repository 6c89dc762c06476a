/**
 * Every table there is, by name. Whoever owns tables describes them in a `tables.ts` and adds them there:
 * `declare module '../platform/postgres/database.ts' { interface Database extends RegisterTables {} }`.
 */
export interface Database {}
