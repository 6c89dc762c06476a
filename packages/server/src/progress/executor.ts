import type { ClickHouse } from '../platform/clickhouse/client.ts'

/** What a reading query needs of ClickHouse: its first argument everywhere in this context. */
export type Reader = Pick<ClickHouse, 'query'>
/** The same of one whose answer is too long to be held. */
export type Streamer = Pick<ClickHouse, 'query' | 'stream'>
/** What refreshing the cube needs. */
export type Writer = Pick<ClickHouse, 'query' | 'command'>
