import type { Source } from '@otklik/model/change'
import { filterOf } from '@otklik/model/change/filters'
import type { Masker } from '@otklik/model/change/masking'
import { wordsIn } from '@otklik/model/change/texts'
import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { storable } from '../../platform/text.ts'
import { stem } from '../language/stem.ts'
import type { StatementTables } from '../tables.ts'
import type { SourceText } from './source.ts'

type Row = Insertable<StatementTables['change_statements']>

/** Longer texts are cut: what people say of a service is shorter. */
const LONGEST = 20_000
/** Rows that one statement brings. */
const AT_ONCE = 500

export interface TakenBatch {
  readonly source: Source
  readonly batch: string
}

/**
 * Takes texts in: masked before anything is stored, each once however often it is handed over. One that another batch brings
 * again goes over to that batch, with what it was coded. Texts of processes that are not known are left. Returns how many
 * are new.
 */
export async function takeTexts(
  db: Db,
  masker: Masker,
  from: TakenBatch,
  texts: readonly SourceText[],
): Promise<number> {
  const known = await knownProcesses(db, texts)
  const rows = eachOnce(texts.filter(({ process }) => known.has(process))).map((one) => rowOf(masker, from, one))
  let taken = 0
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const touched = await db
      .insertInto('change_statements')
      .values(rows.slice(at, at + AT_ONCE))
      .onConflict((known) =>
        known
          .columns(['source', 'key'])
          .doUpdateSet({ batch: from.batch })
          .where('change_statements.batch', '!=', from.batch),
      )
      // Rows that were there have a last changer, new ones have none.
      .returning(sql<boolean>`xmax = 0`.as('added'))
      .execute()
    taken += touched.filter(({ added }) => added).length
  }
  return taken
}

/** The first text under each key. */
const eachOnce = (texts: readonly SourceText[]): SourceText[] =>
  [...Map.groupBy(texts, ({ key }) => key).values()].flatMap(([first]) => first ?? [])

async function knownProcesses(db: Db, texts: readonly SourceText[]): Promise<ReadonlySet<string>> {
  const asked = [...new Set(texts.map(({ process }) => process))]
  if (asked.length === 0) return new Set()
  const rows = await db.selectFrom('change_processes').select('id').where('id', 'in', asked).execute()
  return new Set(rows.map(({ id }) => id))
}

function rowOf(masker: Masker, { source, batch }: TakenBatch, one: SourceText): Row {
  const { key, process, channel, day, rating, request, weight = 1 } = one
  const { masked } = masker(storable(one.text).slice(0, LONGEST))
  const text = masked.trim()
  const filtered = text === '' ? 'no_problem' : filterOf(text)
  return { source, batch, key, process, channel, day, text, stems: stemsOf(text), weight, rating, request, filtered }
}

/** Stems of the words between blanks, so that each is found whole. */
export const stemsOf = (text: string): string =>
  ` ${[...new Set(wordsIn(text).map(({ word }) => stem(word)))].join(' ')} `
