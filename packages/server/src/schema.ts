import { modules } from './modules.ts'
import type { SchemaStep } from './platform/clickhouse/schema.ts'
import type { Migration } from './platform/postgres/migration.ts'
import { inOrder } from './platform/schema-order.ts'

/** Every step of both stores' schemas, in the one order in which all installations run them. */
export const [migrations, schemaSteps]: readonly [readonly Migration[], readonly SchemaStep[]] = await Promise.all([
  gather((module) => module.migrations?.().then((loaded) => loaded.migrations)),
  gather((module) => module.schemaSteps?.().then((loaded) => loaded.schemaSteps)),
])

type Listed = (typeof modules)[number]

async function gather<Step extends { readonly name: string }>(
  of: (module: Listed) => Promise<readonly Step[]> | undefined,
): Promise<readonly Step[]> {
  return inOrder((await Promise.all(modules.map(async (module) => of(module)))).flatMap((steps) => steps ?? []))
}
