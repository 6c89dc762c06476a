import { type CheckedFile, type RowCode, type RowRules, readAppeal, startFileCheck } from '@otklik/model/appeals'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { rulesOf } from '../terms/rules.ts'
import type { NamedAuthority } from '../register/authorities.ts'
import { type OpenFile, openFile } from './open-file.ts'

/** By what the rows of a file are judged that go into an authority's register. */
export async function rowRules(
  db: Db | Tx,
  given: Pick<RowRules, 'mapping' | 'today'> & { readonly authority: NamedAuthority },
): Promise<RowRules> {
  const { id, name } = given.authority
  return { ...given, rules: await rulesOf(db), authority: { id: String(id), name } }
}

export interface Judged extends Omit<CheckedFile, 'rows'> {
  readonly titles: readonly string[]
  readonly aside: ReadonlyMap<number, readonly RowCode[]>
}

/** Reads the whole file and says which of its rows can't be taken in. Throws InputError where it can't be read. */
export async function judgeFile(db: Db | Tx, path: string, rules: RowRules): Promise<Judged> {
  const { titles, layout, rows } = await openFile(path, rules.mapping)
  const checking = startFileCheck(layout, rules)
  for await (const { row, cells } of rows) checking.add(row, cells)
  const originals = await registeredOf(db, Number(rules.authority?.id), [...checking.originals()])
  const { rows: faulty, ...sums } = checking.result(originals)
  return { ...sums, titles, aside: new Map(faulty.map(({ row, codes }) => [row, codes])) }
}

async function registeredOf(db: Db | Tx, authority: number, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('appeals')
    .select('external_number')
    .where('authority_id', '=', authority)
    // One parameter, however many duplicates the file has.
    .where(sql<boolean>`external_number = ANY(${numbers}::text[])`)
    .where('state', '<>', 'duplicate')
    .execute()
  return new Set(rows.flatMap(({ external_number }) => external_number ?? []))
}

/** Rows that are not set aside, each number once, in the order of the file. */
export async function* goodRows({ layout, rows }: OpenFile, rules: RowRules, aside: Judged['aside']) {
  const seen = new Set<string>()
  for await (const { row, cells } of rows) {
    const { appeal } = readAppeal(cells, layout, rules)
    // The first of a number counts even where it is set aside: the same again is a repeat of that.
    const repeated = seen.has(appeal.number)
    seen.add(appeal.number)
    if (!repeated && !aside.has(row)) yield { row, cells, appeal }
  }
}

/** How other systems' numbers are known again. */
export const externalKey = (source: string, number: string): string => `${source}\n${number}`

/** Which of these numbers are in the register, and by which load they came. */
export async function knownNumbers(
  db: Db | Tx,
  authority: number,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const rows = await db
    .selectFrom('appeals')
    .select(['source', 'external_number', 'load_id'])
    .where('authority_id', '=', authority)
    .where('external_number', 'in', numbers)
    .execute()
  return new Map(
    rows.map(({ source, external_number, load_id }) => [externalKey(source, external_number ?? ''), load_id]),
  )
}
