import type { Principal } from '@otklik/model/access'
import type { AnswerOf, BodyOf } from '@otklik/model/api'
import { errorsForAnswers, findBuiltIn, prepare, type Questionnaire } from '@otklik/model/questionnaires'
import type { tryQuestionnaire as route } from '@otklik/model/surveys/api'
import {
  donePage,
  freshState,
  pathOf,
  PLAIN,
  questionPage,
  type QuestionPage,
  standing,
  type State,
  step,
  type Survey,
  withParameters,
} from '@otklik/respond'
import { problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { trialFaulty } from '../problems.ts'
import { readQuestionnaire } from '../questionnaires/read.ts'
import { failed } from './failures.ts'
import type { Posted } from './fields.ts'
import { newNonce } from './open.ts'
import type { Pages } from './pages.ts'
import type { Answered } from './send.ts'

/** Taken for the addresses of trials: no campaign has this code. */
export const TRIAL = 'trial'
const LIFE_MS = 3600_000
/** The desk shows it in a frame of its own. */
const FRAMES = [`'self'`]

type Trial = NonNullable<State['trial']>

/** The address of a questionnaire as respondents see it. Who opens it need not sign in; nothing is stored by it. */
export async function beginTrial(
  { db, tokens }: Pick<Pages, 'db' | 'tokens'>,
  code: string,
  { version, language, page, attributes = {} }: BodyOf<typeof route>,
  who: Principal,
  at: Date,
): Promise<AnswerOf<typeof route>> {
  const read = await readQuestionnaire(db, code, who, version)
  const [fault] = errorsForAnswers(read.document)
  if (fault !== undefined) throw problem(trialFaulty, fault.message)
  const trial = { questionnaire: code, version: read.version, attributes }
  const survey = surveyOf(trial, read.document)
  const [main = 'ru'] = survey.languages
  const asked = language !== undefined && survey.languages.includes(language) ? language : main
  const fresh = freshState(survey, { page: page ?? '', nonce: newNonce(), language: asked, view: PLAIN, now: at })
  const state = { ...fresh, trial, page: standing(survey, fresh).page ?? '', expires: at.getTime() + LIFE_MS }
  return { path: `${pathOf(survey)}?_t=${tokens.write(state)}` }
}

function surveyOf({ version, attributes }: Trial, document: Questionnaire): Survey {
  return {
    campaign: TRIAL,
    version,
    prepared: prepare(withParameters(document, {})),
    languages: document.languages,
    lists: {},
    attributes: { channel: 'open', ...attributes },
    authority: 'Проба анкеты: ответы не сохраняются',
    legal: {},
  }
}

/** A page of a trial that is asked for, or that was sent. */
export async function trialPage(
  pages: Pages,
  { token, fields, at }: { token: string | undefined; fields: Posted | undefined; at: Date },
): Promise<Answered> {
  const sent = token === undefined ? undefined : pages.tokens.read(token)
  if (sent?.trial === undefined || sent.expires <= at.getTime()) throw failed('forged')
  const survey = surveyOf(sent.trial, await documentOf(pages.db, sent.trial))
  const show = (state: State, more: Pick<QuestionPage, 'errors'> = {}): Answered => ({
    page: questionPage({ survey, state, token: pages.tokens.write(state), assets: pages.assets, ...more }),
    status: more.errors ? 422 : 200,
    frames: FRAMES,
  })
  if (fields === undefined) return show(sent)
  const stepped = step(survey, sent, fields, at)
  if (stepped.kind !== 'finish') return show(stepped.state, stepped.kind === 'errors' ? { errors: stepped.errors } : {})
  const { language, view } = stepped.state
  return { page: donePage(survey, { language, view, assets: pages.assets }), frames: FRAMES }
}

/** Whoever made the trial may see the questionnaire: its token says so. */
async function documentOf(db: Db, { questionnaire, version }: Trial): Promise<Questionnaire> {
  const own = findBuiltIn(questionnaire)
  if (own !== undefined && (own.version ?? 1) === version) return own
  const row = await db
    .selectFrom('survey_versions as v')
    .innerJoin('survey_questionnaires as q', 'q.id', 'v.questionnaire_id')
    .select('v.document')
    .where('q.code', '=', questionnaire)
    .where('v.version', '=', version)
    .executeTakeFirst()
  if (row === undefined) throw failed('unknown')
  return row.document
}
