import type { SchemaStep } from './schema.ts'

/** Every step of ClickHouse's schema in the order of running. Each context exports its own and is added at the end. */
export const schemaSteps: readonly SchemaStep[] = []
