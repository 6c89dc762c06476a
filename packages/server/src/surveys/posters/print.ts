import { type Principal, reachOf } from '@otklik/model/access'
import type { QueryOf } from '@otklik/model/api'
import { checkQuestionnaire } from '@otklik/model/questionnaires'
import type { printPosters as route } from '@otklik/model/surveys/api'
import type { FastifyReply } from 'fastify'
import { ZipFile } from 'yazl'
import { asDownload } from '../../platform/http/index.ts'
import { type Block, type Paper, renderPaper } from '../../platform/papers/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { type FoundCampaign, findCampaign, type ReadDeps } from '../campaigns/read.ts'
import { type LinkRow, linkRows } from '../links/rows.ts'
import { askedDocument } from '../open-campaign.ts'
import { noPosters, tooManyPosters } from '../problems.ts'
import { posterOf } from './poster.ts'

type Asked = QueryOf<typeof route>

/** A file of more sheets takes minutes: one for every office is asked for then, or some offices. */
const MOST_SHEETS = 500

/** Posters of the campaign's links: all in one PDF, or a PDF for every office in an archive. */
export async function printPosters(
  deps: ReadDeps,
  code: string,
  asked: Asked,
  who: Principal,
  { at, reply }: { readonly at: Date; readonly reply: FastifyReply },
): Promise<FastifyReply> {
  const campaign = await findCampaign(deps.db, code, reachOf(who), at)
  const rows = await askedLinks(deps, campaign.id, asked)
  if (rows.length === 0) throw problem(noPosters)
  if (rows.length > MOST_SHEETS) throw problem(tooManyPosters, rows.length, MOST_SHEETS)
  const paper = await paperMaker(deps, campaign, at)
  const name = `Плакаты ${code}`
  if (asked.format === 'pdf') {
    const bytes = await renderPaper(paper(name, rows), 'pdf')
    return asDownload(reply, `${name}.pdf`, 'application/pdf').send(Buffer.from(bytes))
  }
  const zip = new ZipFile()
  for (const [office, some] of byOffice(rows)) {
    const bytes = await renderPaper(paper(office, some), 'pdf')
    zip.addBuffer(Buffer.from(bytes), `${office}.pdf`, { mtime: at })
  }
  zip.end()
  return asDownload(reply, `${name}.zip`, 'application/zip').send(zip.outputStream)
}

/** Open ones; a closed one where it is asked for alone. */
function askedLinks({ db }: ReadDeps, campaignId: number, { link, office }: Asked): Promise<LinkRow[]> {
  return linkRows(db, campaignId)
    .$if(link !== undefined, (query) => query.where('l.code', '=', link ?? ''))
    .$if(link === undefined, (query) => query.where('l.state', '=', 'open'))
    .$if(office !== undefined, (query) => query.where((eb) => eb(eb.cast('l.office_id', 'text'), '=', office ?? '')))
    .orderBy('o.name')
    .orderBy('s.name')
    .orderBy('l.id')
    .limit(MOST_SHEETS + 1)
    .execute()
}

async function paperMaker({ db, config }: ReadDeps, campaign: FoundCampaign, at: Date) {
  const { code, name: title, authority, questionnaire_id, version } = campaign
  const document = await askedDocument(db, questionnaire_id, version)
  const minutes = document ? Math.max(1, Math.round(checkQuestionnaire(document).minutes.median)) : 1
  const sheet = (row: LinkRow): Block =>
    posterOf({
      authority,
      title,
      about: [row.service, row.office].filter((words) => words !== null),
      url: `${config.publicUrl}/r/${code}/${row.code}`,
      closed: row.state === 'closed' ? (row.closed_reason ?? '') : null,
      minutes,
    })
  return (name: string, rows: readonly LinkRow[]): Paper => ({
    name,
    author: authority,
    made: at.toISOString(),
    head: { title },
    blocks: rows.map(sheet),
  })
}

/** Names of files are not those of folders, and no two are alike. */
function byOffice(rows: readonly LinkRow[]): ReadonlyMap<string, LinkRow[]> {
  const groups = new Map<number | null, LinkRow[]>()
  for (const row of rows) groups.set(row.office_id, [...(groups.get(row.office_id) ?? []), row])
  return new Map([...groups].map(([id, some]) => [fileName(id, some[0]?.office ?? null), some]))
}

const fileName = (id: number | null, office: string | null): string =>
  id === null ? 'Без подразделения' : `${(office ?? '').replace(/[\p{Cc}/\\:*?"<>|]/gu, '_').slice(0, 80)} (${id})`
