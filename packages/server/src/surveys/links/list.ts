import { type Principal, reachOf } from '@otklik/model/access'
import type { QueryOf } from '@otklik/model/api'
import type { CampaignLink, listLinks as route } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import { matches, type Page, rangeOf } from '../../platform/list.ts'
import { findCampaign, type ReadDeps } from '../campaigns/read.ts'
import { answersByLink } from '../counting/numbers.ts'
import { linkRows, links, linkWords, shownLink } from './rows.ts'

/** Links of a campaign by office, then service. */
export async function listLinks(
  { db, ch, config }: ReadDeps,
  code: string,
  ask: QueryOf<typeof route>,
  who: Principal,
  at: Date,
): Promise<Page<CampaignLink>> {
  const { id } = await findCampaign(db, code, reachOf(who), at)
  const asked = sql<boolean>`${matches(ask.find, linkWords)}
    AND (${ask.office ?? null}::text IS NULL OR l.office_id::text = ${ask.office ?? null})
    AND (${ask.state ?? null}::text IS NULL OR l.state = ${ask.state ?? null})`
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows, counts] = await Promise.all([
    links(db, id)
      .where(asked)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    linkRows(db, id)
      .where(asked)
      .orderBy(sql`o.name NULLS FIRST`)
      .orderBy(sql`s.name NULLS FIRST`)
      .orderBy('l.id')
      .limit(limit)
      .offset(offset)
      .execute(),
    answersByLink(ch, id),
  ])
  const url = `${config.publicUrl}/r/${code}`
  return { total, rows: rows.map((row) => shownLink(row, url, counts.get(row.id)?.n ?? 0)) }
}
