import { stagingAdditions, stagingSettings, stagingTables } from '../../exchange/staging/tables.ts'
import { factTables } from '../../facts/tables.ts'
import type { SchemaStep } from './schema.ts'

const steps = (prefix: string, statements: readonly string[]): SchemaStep[] =>
  statements.map((sql, index) => ({ name: `${prefix}/${String(index + 1).padStart(3, '0')}`, sql }))

/** Every step of ClickHouse's schema in the order of running. Each context exports its own and is added at the end. */
export const schemaSteps: readonly SchemaStep[] = [
  ...steps('progress/001-facts', factTables),
  ...steps('exchange/001-staging', stagingTables),
  ...steps('exchange/002-staging', stagingAdditions),
  ...steps('exchange/003-staging', stagingSettings),
]
