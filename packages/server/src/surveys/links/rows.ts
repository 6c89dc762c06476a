import type { CampaignLink } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'

/** Links (`l`) with their services and offices as the register calls them now. */
export const links = (db: Db, campaignId: number) =>
  db
    .selectFrom('survey_links as l')
    .leftJoin('register_offices as o', 'o.id', 'l.office_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('register_services as s')
          .select(['s.name', 's.folded'])
          .whereRef('s.service_id', '=', 'l.service_id')
          .orderBy('s.subservice_id')
          .limit(1)
          .as('s'),
      (join) => join.onTrue(),
    )
    .where('l.campaign_id', '=', campaignId)

export const linkRows = (db: Db, campaignId: number) =>
  links(db, campaignId)
    .select(['l.id', 'l.code', 'l.service_id', 's.name as service', 'l.office_id', 'o.name as office'])
    .select(['l.channel', 'l.language', 'l.state', 'l.closed_reason', 'l.closed_by', 'l.closed_at'])

export type LinkRow = Awaited<ReturnType<ReturnType<typeof linkRows>['execute']>>[number]

/** The words a link is found by. */
export const linkWords = sql<string>`concat_ws(' ', l.code, l.service_id, s.folded, o.folded)`

export const serviceOf = ({ service_id, service }: Pick<LinkRow, 'service_id' | 'service'>) =>
  service_id === null ? null : { id: service_id, name: service ?? service_id }
export const officeOf = ({ office_id, office }: Pick<LinkRow, 'office_id' | 'office'>) =>
  office_id === null ? null : { id: String(office_id), name: office ?? String(office_id) }

export const shownLink = (row: LinkRow, campaignUrl: string, n: number): CampaignLink => ({
  code: row.code,
  url: `${campaignUrl}/${row.code}`,
  service: serviceOf(row),
  office: officeOf(row),
  channel: row.channel,
  language: row.language,
  state: row.state,
  closed:
    row.closed_at === null
      ? null
      : { reason: row.closed_reason ?? '', by: row.closed_by ?? '', at: row.closed_at.toISOString() },
  n,
})
