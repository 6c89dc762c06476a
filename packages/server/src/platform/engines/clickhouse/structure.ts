import type { Session } from 'chdb'
import { ClickHouseFailure } from './failure.ts'
import { quoteName } from './literals.ts'
import type { BodyInsert } from './statement.ts'

interface Column {
  name: string
  type: string
  default_type: string
  default_expression: string
}

/** The structure of the rows an INSERT brings: the table's columns, or those listed, with their defaults for omitted fields. */
export async function tableStructure(session: Session, insert: BodyInsert): Promise<string> {
  const result = await session.queryAsync(`DESCRIBE TABLE ${insert.target}`, { format: 'JSONEachRow' })
  const columns: Column[] = result
    .text()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const given = columns.filter((column) => column.default_type === '' || column.default_type === 'DEFAULT')
  const wanted = insert.columns?.map((name) => find(columns, name)) ?? given
  return wanted.map(declare).join(', ')
}

function find(columns: readonly Column[], name: string): Column {
  const column = columns.find((candidate) => candidate.name === name)
  if (column) return column
  throw new ClickHouseFailure(16, `No such column ${name} in table`, 'NO_SUCH_COLUMN_IN_TABLE')
}

function declare(column: Column): string {
  const fallback = column.default_type === 'DEFAULT' ? ` DEFAULT ${column.default_expression}` : ''
  return `${quoteName(column.name)} ${column.type}${fallback}`
}
