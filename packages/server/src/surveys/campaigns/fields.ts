import type { Principal } from '@otklik/model/access'
import { isDay } from '@otklik/model/days'
import { findBuiltIn, type Questionnaire } from '@otklik/model/questionnaires'
import { quotaFaults } from '@otklik/model/surveys'
import type { CampaignFields } from '@otklik/model/surveys/api'
import { reachOf } from '@otklik/model/access'
import { badField, ProblemError, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { fold, storable, tidy } from '../../platform/text.ts'
import { registeredOf } from '../../register/index.ts'
import { requireAuthority } from '../authorities.ts'
import { storeBuiltIn } from '../questionnaires/built-in.ts'
import { findQuestionnaire } from '../questionnaires/find.ts'

/** A version that a campaign is to ask. */
export interface AskedVersion {
  readonly questionnaireId: number
  readonly version: number
  readonly state: 'published' | 'withdrawn' | 'draft'
  readonly document: Questionnaire
}

/** What is kept of the fields of a campaign; throws a problem that names the field, what is wrong and what to do. */
export async function checkedFields(tx: Tx, fields: CampaignFields, asked: AskedVersion, who: Principal) {
  const name = tidy(fields.name)
  if (name === '') throw badField('name', 'Напишите название.')
  const authority = await requireAuthority(tx, fields.authority, who)
  checkDays(fields)
  checkAgainst(asked.document, fields)
  return {
    name,
    folded: fold(name),
    authority_id: authority.id,
    questionnaire_id: asked.questionnaireId,
    version: asked.version,
    services: await checkedServices(tx, fields.services),
    offices: await checkedOffices(tx, fields.offices),
    languages: fields.languages,
    first_day: fields.from,
    last_day: fields.to,
    target: fields.target,
    parameters: jsonOf(fields.parameters),
    lists: jsonOf(fields.lists),
    legal: jsonOf(fields.legal),
    frames: fields.frames,
  }
}

export const jsonOf = (value: unknown): string => storable(JSON.stringify(value))

function checkDays({ from, to }: CampaignFields): void {
  for (const [path, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (day !== null && !isDay(day)) throw badField(path, `Дня ${day} нет в календаре.`)
  if (from !== null && to !== null && to < from) throw badField('to', 'Последний день раньше первого.')
}

/** Languages, parameters, lists and quotas are those of the questionnaire. */
function checkAgainst(document: Questionnaire, { languages, parameters, lists, quotas }: CampaignFields): void {
  const { parameters: known = {}, lists: ofDocument = {} } = document
  const language = languages.find((one) => !document.languages.includes(one))
  if (language !== undefined) throw badField('languages', `Анкеты на языке «${language}» нет.`)
  const parameter = Object.keys(parameters).find((one) => !Object.hasOwn(known, one))
  if (parameter !== undefined) throw badField(`parameters.${parameter}`, 'Такого параметра в анкете нет.')
  const list = Object.keys(lists).find((one) => !Object.hasOwn(ofDocument, one) || Array.isArray(ofDocument[one]))
  if (list !== undefined) throw badField(`lists.${list}`, 'Такого списка реестра в анкете нет.')
  for (const [name, entries] of Object.entries(lists)) {
    const codes = entries.map(({ code }) => code)
    if (new Set(codes).size < codes.length) throw badField(`lists.${name}`, 'Коды записей повторяются.')
  }
  const [first, ...rest] = quotaFaults(
    document,
    quotas.map(({ condition }) => condition),
  )
  if (first === undefined) return
  const detail = `Условие квоты составлено неверно: ${first.message}`
  throw new ProblemError(problems.invalidRequest, detail, { errors: [first, ...rest] })
}

async function checkedServices(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const known = new Set(await registeredOf(tx, ids))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) throw badField('services', `Услуги с номером ${missing} нет в реестре.`)
  return [...ids]
}

async function checkedOffices(tx: Tx, ids: readonly string[]): Promise<number[]> {
  const numbers = ids.map((id) => (/^\d{1,9}$/.test(id) ? Number(id) : 0))
  const rows = await tx
    .selectFrom('register_offices')
    .select('id')
    .where('id', 'in', [0, ...numbers])
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  const missing = ids.find((_, at) => !known.has(numbers[at] ?? 0))
  if (missing !== undefined) throw badField('offices', `Подразделения с номером ${missing} нет в реестре.`)
  return numbers
}

/** The version that is named, of a questionnaire that the caller sees; a built-in one is put among the stored ones. */
export async function askedVersion(
  tx: Tx,
  { code, version }: CampaignFields['questionnaire'],
  who: Principal,
  at: Date,
): Promise<AskedVersion> {
  if (findBuiltIn(code)?.version === version) await storeBuiltIn(tx, code, at)
  const found = await findQuestionnaire(tx, code, reachOf(who))
  if (found === undefined) throw badField('questionnaire.code', `Анкеты «${code}» нет.`)
  return storedVersion(tx, found.id, version)
}

export async function storedVersion(db: Db, questionnaireId: number, version: number): Promise<AskedVersion> {
  const row = await db
    .selectFrom('survey_versions')
    .select(['state', 'document'])
    .where('questionnaire_id', '=', questionnaireId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row === undefined || row.state === 'draft')
    throw badField('questionnaire.version', `Редакция ${version} анкеты не опубликована.`)
  return { questionnaireId, version, ...row }
}
