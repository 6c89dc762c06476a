import { type Principal, reachOf } from '@otklik/model/access'
import { checkQuestionnaire, findBuiltIn } from '@otklik/model/questionnaires'
import { compareVersions as compare } from '@otklik/model/surveys'
import type { QuestionnaireCheck, VersionDifference } from '@otklik/model/surveys/api'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { findQuestionnaire, lastPublished } from './find.ts'
import { documentOf, readQuestionnaire } from './read.ts'

/** What `otklik questionnaire check` says of a version, compared with the one that was published before it. */
export async function checkDraft(db: Db, code: string, who: Principal, version?: number): Promise<QuestionnaireCheck> {
  const { version: at, document } = await readQuestionnaire(db, code, who, version)
  const stored = await findQuestionnaire(db, code, reachOf(who))
  const previous = stored && (await lastPublished(db, stored.id, at))
  const check = checkQuestionnaire(document, previous && { previous: previous.document })
  return { ...check, problems: [...check.problems] }
}

/** What the newer of two versions asks otherwise, and the series that end with it. */
export async function compareVersions(
  db: Db,
  code: string,
  { from, to }: { readonly from: number; readonly to: number },
  who: Principal,
): Promise<VersionDifference> {
  const stored = await findQuestionnaire(db, code, reachOf(who))
  const own = findBuiltIn(code)
  if (stored === undefined && own === undefined) throw problem(problems.notFound)
  const at = async (version: number) => (version === own?.version ? own : documentOf(db, stored?.id ?? 0, version))
  const [older, newer] = await Promise.all([at(from), at(to)])
  return { from, to, ...compare(older, newer) }
}
