import type { Principal } from '@otklik/model/access'
import { furtherQuestionnaire } from '@otklik/model/questionnaires'
import type { SurveyDraft } from '../../change/index.ts'
import type { Caller } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { createCampaign } from '../campaigns/create.ts'
import type { ReadDeps } from '../campaigns/read.ts'
import { createQuestionnaire } from '../questionnaires/create.ts'
import { publishQuestionnaire } from '../questionnaires/publish.ts'
import { readQuestionnaire } from '../questionnaires/read.ts'

/** Publishes the questionnaire, if that is not done yet, and makes a draft of the campaign. Returns the campaign's code; nobody is asked before a person starts it. */
export async function draftFurtherSurvey(
  deps: ReadDeps,
  draft: SurveyDraft,
  caller: Caller<Principal>,
): Promise<string> {
  await publishedQuestionnaire(deps.db, draft, caller)
  const texts = { asks: null, recorded: null, kept: null, appeals: null }
  const { code } = await createCampaign(
    deps,
    {
      name: `Дополнительный опрос: ${draft.process}`.slice(0, 300),
      authority: draft.authority,
      questionnaire: { code: draft.code, version: 1 },
      services: [...draft.services],
      offices: [],
      languages: ['ru'],
      from: null,
      to: null,
      target: Math.max(1, draft.target),
      parameters: {},
      lists: {},
      quotas: [],
      legal: texts,
      frames: [],
    },
    caller,
  )
  return code
}

/** After a crash the questionnaire may be there without a campaign. */
async function publishedQuestionnaire(db: Db, draft: SurveyDraft, caller: Caller<Principal>): Promise<void> {
  const stored = await db
    .selectFrom('survey_questionnaires')
    .select('id')
    .where('code', '=', draft.code)
    .executeTakeFirst()
  const document = furtherQuestionnaire(draft)
  const { authority, code } = draft
  const found =
    stored === undefined
      ? await createQuestionnaire(db, { code, title: document.title.ru ?? code, authority, document }, caller)
      : await readQuestionnaire(db, code, caller.who)
  const version = found.versions.find((one) => one.version === 1)
  if (version?.state === 'draft') await publishQuestionnaire(db, code, version.revision ?? 0, caller)
}
