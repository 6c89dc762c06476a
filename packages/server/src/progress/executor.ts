import type { ClickHouse } from '../platform/clickhouse/client.ts'

/** What a reading query needs of ClickHouse: its first argument everywhere in this context. */
export type Reader = Pick<ClickHouse, 'query'>
/** What refreshing the cube needs. */
export type Writer = Pick<ClickHouse, 'query' | 'command'>
