/**
 * Every table there is, by name. Each context describes its own in its `tables.ts` and is added here,
 * type only: `export type Database = AccessTables & RegisterTables`.
 */
// biome-ignore lint/complexity/noBannedTypes: nothing to intersect yet
export type Database = {}
