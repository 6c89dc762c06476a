import { hasRight, type Principal, reachOf } from '@otklik/model/access'
import type { QueryOf } from '@otklik/model/api'
import { builtInQuestionnaires } from '@otklik/model/questionnaires'
import type { listQuestionnaires as route, QuestionnaireRow } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import { matches, type Page, rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'
import { isOwn, seenQuestionnaire } from '../within.ts'
import { builtInRow, storedRow, storedRows } from './rows.ts'

/** Built-in questionnaires in the program's order, then stored ones by their titles. */
export async function listQuestionnaires(
  db: Db,
  ask: QueryOf<typeof route>,
  who: Principal,
): Promise<Page<QuestionnaireRow>> {
  const reach = reachOf(who)
  const stored = await storedRows(db, reach)
    .where(seenQuestionnaire(reach))
    .where(matches(ask.find, sql.ref('q.folded')))
    .orderBy('q.title')
    .orderBy('q.code')
    .execute()
  const edits = hasRight(who, 'surveys.edit')
  const own = stored
    .filter((row) => !row.built_in)
    .map((row) =>
      storedRow(
        row,
        edits && isOwn(reach, row.authority === null ? null : { name: row.authority, region: row.region }),
      ),
    )
  const words = fold(ask.find ?? '').split(' ')
  const builtIn = builtInQuestionnaires
    .map((one) => builtInRow(one, stored.find(({ code }) => code === one.code)?.campaigns ?? 0))
    .filter(({ code, title }) => words.every((word) => fold(`${code} ${title}`).includes(word)))
  const rows = [...(ask.builtIn === false ? [] : builtIn), ...(ask.builtIn === true ? [] : own)]
  const { limit, offset } = rangeOf(ask)
  return { total: rows.length, rows: rows.slice(offset, offset + limit) }
}
