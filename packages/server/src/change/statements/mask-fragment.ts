import type { BodyOf } from '@otklik/model/api'
import type { maskFragment as route } from '@otklik/model/change/api'
import { MASKED } from '@otklik/model/change/masking'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processIds } from '../processes/reach.ts'
import { stemsOf } from './take.ts'

/** Masks by hand what the rules have missed, wherever it stands in the text and in the texts that say the same. */
export async function maskFragment(
  db: Db,
  id: number,
  { fragment, kind }: BodyOf<typeof route>,
  caller: Caller,
): Promise<{ changed: number }> {
  const { who, from, at } = caller
  const ids = await processIds(db, who)
  return db.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('change_statements')
      .select(['id', 'text', 'twin'])
      .where('id', '=', id)
      .where('process', 'in', ids.length === 0 ? [''] : ids)
      .executeTakeFirst()
    if (found === undefined) throw problem(problems.notFound)
    if (fragment.trim() === '' || !found.text.includes(fragment))
      throw badField('fragment', 'Такой части в тексте нет. Выделите её в тексте ещё раз.')
    // Copies hold the same personal data whoever may see them.
    const copies = await tx
      .selectFrom('change_statements')
      .select(['id', 'text'])
      .where((where) => where.or([where('id', '=', id), where('twin', '=', found.twin)]))
      .where('text', 'like', `%${fragment.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
      .forUpdate()
      .execute()
    for (const copy of copies) {
      const text = copy.text.replaceAll(fragment, MASKED[kind])
      await tx
        .updateTable('change_statements')
        .set({ text, stems: stemsOf(text) })
        .where('id', '=', copy.id)
        .execute()
    }
    // What was masked stands in no log.
    const after = { kind, statements: copies.map((copy) => copy.id) }
    await recordAudit(tx, { who, what: 'statement.masked', subject: `statement:${id}`, after, from, at })
    return { changed: copies.length }
  })
}
