import { hasRight, type Principal, type Reach, reachOf } from '@otklik/model/access'
import { findBuiltIn, type Questionnaire as Document } from '@otklik/model/questionnaires'
import { QUESTIONNAIRE_VERSION, type VersionEvent } from '@otklik/model/surveys'
import type { Questionnaire, QuestionnaireVersion } from '@otklik/model/surveys/api'
import { SYSTEM } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { isOwn, seenQuestionnaire } from '../within.ts'
import { builtInRow, type StoredRow, storedRow, storedRows } from './rows.ts'

/** What the contract has, with the document as what it is. */
export type ReadQuestionnaire = Questionnaire & { readonly document: Document }

/** A questionnaire with its versions, and the document of one of them. */
export async function readQuestionnaire(
  db: Db,
  code: string,
  who: Principal,
  version?: number,
): Promise<ReadQuestionnaire> {
  const reach = reachOf(who)
  const [stored] = await storedRows(db, reach).where('q.code', '=', code).where(seenQuestionnaire(reach)).execute()
  const own = findBuiltIn(code)
  if (own !== undefined) return readBuiltIn(db, own, stored, version)
  if (stored === undefined) throw problem(problems.notFound)
  const versions = await versionsOf(db, stored.id)
  const asked = versions.find((one) => version === undefined || one.version === version)
  if (asked === undefined) throw problem(problems.notFound)
  const mine = isMine(stored, reach) && hasRight(who, 'surveys.edit')
  return {
    ...storedRow(stored, mine),
    versions: versions.map((row) => shownVersion(row, mine)),
    version: asked.version,
    document: await documentOf(db, stored.id, asked.version),
  }
}

const isMine = ({ authority, region }: StoredRow, reach: Reach): boolean =>
  isOwn(reach, authority === null ? null : { name: authority, region })

/** The program's own document, and those of its versions that campaigns have asked. */
async function readBuiltIn(
  db: Db,
  own: Document,
  stored: StoredRow | undefined,
  version = own.version ?? 1,
): Promise<ReadQuestionnaire> {
  const asked = stored ? await versionsOf(db, stored.id) : []
  const known = asked.find((row) => row.version === (own.version ?? 1))
  const current = known ? shownVersion(known, false) : neverAsked(own)
  const versions = [current, ...asked.filter((row) => row !== known).map((row) => shownVersion(row, false))]
  if (!versions.some((row) => row.version === version)) throw problem(problems.notFound)
  const document = version === current.version ? own : await documentOf(db, stored?.id ?? 0, version)
  return { ...builtInRow(own, stored?.campaigns ?? 0), versions, version, document }
}

const START = '2026-11-30T00:00:00.000Z'
const neverAsked = ({ version = 1 }: Document): QuestionnaireVersion => ({
  version,
  state: 'published',
  revision: 1,
  saved: { by: SYSTEM, at: START },
  published: { by: SYSTEM, at: START },
  withdrawn: null,
  campaigns: 0,
  allowed: [],
})

const versionsOf = (db: Db, id: number) =>
  db
    .selectFrom('survey_versions as v')
    .select(['v.version', 'v.state', 'v.revision', 'v.saved_at', 'v.saved_by', 'v.published_at', 'v.published_by'])
    .select(['v.withdrawn_at', 'v.withdrawn_by', 'v.withdrawn_reason'])
    .select((eb) =>
      eb
        .selectFrom('survey_campaign_versions as cv')
        .innerJoin('survey_campaigns as c', 'c.id', 'cv.campaign_id')
        .select(eb.fn.countAll<number>().as('n'))
        .whereRef('c.questionnaire_id', '=', 'v.questionnaire_id')
        .whereRef('cv.version', '=', 'v.version')
        .as('campaigns'),
    )
    .where('v.questionnaire_id', '=', id)
    .orderBy('v.version', 'desc')
    .execute()

type VersionRow = Awaited<ReturnType<typeof versionsOf>>[number]

function shownVersion(row: VersionRow, mine: boolean): QuestionnaireVersion {
  const { version, state, revision, campaigns } = row
  return {
    version,
    state,
    revision,
    saved: { by: row.saved_by, at: row.saved_at.toISOString() },
    published: actOf(row.published_by, row.published_at),
    withdrawn:
      row.withdrawn_at === null || row.withdrawn_by === null
        ? null
        : { by: row.withdrawn_by, at: row.withdrawn_at.toISOString(), reason: row.withdrawn_reason ?? '' },
    campaigns: campaigns ?? 0,
    allowed: mine ? allowedIn(state) : [],
  }
}

const actOf = (by: string | null, at: Date | null) => (by === null || at === null ? null : { by, at: at.toISOString() })

/** What the state lets be done; whether the check finds errors is said by the check. */
const allowedIn = (state: VersionRow['state']): VersionEvent[] =>
  QUESTIONNAIRE_VERSION.table.eventsFor(state, { errors: 0, reason: '…' }, ['surveys.edit'])

export async function documentOf(db: Db, questionnaireId: number, version: number): Promise<Document> {
  const found = await db
    .selectFrom('survey_versions')
    .select('document')
    .where('questionnaire_id', '=', questionnaireId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (found === undefined) throw problem(problems.notFound)
  return found.document
}
