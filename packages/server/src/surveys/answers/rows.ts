import type { Questionnaire } from '@otklik/model/questionnaires'
import { prepare } from '@otklik/model/questionnaires'
import type { SurveyAnswer } from '@otklik/model/surveys/api'
import type { Db } from '../../platform/postgres/open.ts'
import { officeNames, serviceTitles } from '../campaigns/subjects.ts'
import { openMasker } from '../../change/index.ts'

export const responses = (db: Db, campaignId: number) =>
  db
    .selectFrom('survey_responses as r')
    .leftJoin('survey_links as l', 'l.id', 'r.link_id')
    .where('r.campaign_id', '=', campaignId)

export const responseRows = (db: Db, campaignId: number) =>
  responses(db, campaignId)
    .select(['r.id', 'r.day', 'r.hour', 'r.version', 'r.outcome', 'l.code as link', 'r.service_id', 'r.office_id'])
    .select(['r.channel', 'r.language', 'r.answers', 'r.other', 'r.excluded'])

export type ResponseRow = Awaited<ReturnType<ReturnType<typeof responseRows>['execute']>>[number]

/** Answers for people's eyes: with names of services and offices, and without words of personal data. */
export async function shownAnswers(
  db: Db,
  rows: readonly ResponseRow[],
  documents: ReadonlyMap<number, Questionnaire>,
): Promise<SurveyAnswer[]> {
  const services = [...new Set(rows.flatMap(({ service_id }) => service_id ?? []))]
  const offices = [...new Set(rows.flatMap(({ office_id }) => office_id ?? []))]
  const [named, placed, masker] = await Promise.all([
    serviceTitles(db, services),
    officeNames(db, offices),
    openMasker(),
  ])
  const mask = (text: string) => masker(text).masked
  const [serviceBy, officeBy] = [byId(named), byId(placed)]
  const open = new Map([...documents].map(([version, document]) => [version, openQuestions(document)]))
  return rows.map(({ service_id, office_id, answers, other, version, ...row }) => ({
    ...row,
    version,
    service: service_id === null ? null : (serviceBy.get(service_id) ?? { id: service_id, name: service_id }),
    office: office_id === null ? null : (officeBy.get(String(office_id)) ?? null),
    answers: maskedAnswers(answers, open.get(version) ?? new Set(), mask),
    other: Object.fromEntries(Object.entries(other).map(([at, text]) => [at, mask(text)])),
  }))
}

const byId = <T extends { readonly id: string }>(things: readonly T[]) => new Map(things.map((one) => [one.id, one]))

const openQuestions = (document: Questionnaire): ReadonlySet<string> =>
  new Set(
    [...prepare(document).items.values()].flatMap(({ code, type }) => (type === 'text' || type === 'long' ? code : [])),
  )

const maskedAnswers = (
  answers: Readonly<Record<string, unknown>>,
  open: ReadonlySet<string>,
  mask: (text: string) => string,
) =>
  Object.fromEntries(
    Object.entries(answers).map(([code, value]) => [
      code,
      typeof value === 'string' && open.has(code) ? mask(value) : value,
    ]),
  )
