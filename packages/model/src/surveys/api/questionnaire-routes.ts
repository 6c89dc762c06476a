import { Type } from 'typebox'
import { Count, nullable, Paging, Reason, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { QUESTIONNAIRE_VERSION } from '../states.ts'
import {
  Questionnaire,
  QuestionnaireCheck,
  QuestionnaireCode,
  QuestionnaireDocument,
  QuestionnaireRow,
  VersionDifference,
  VersionNumber,
} from './questionnaires.ts'

const tag = 'Анкеты'
const one = Type.Object({ code: QuestionnaireCode })
const oneVersion = Type.Object({ code: QuestionnaireCode, version: VersionNumber })
const { rightFor } = QUESTIONNAIRE_VERSION.table

export const listQuestionnaires = defineRoute({
  method: 'GET',
  path: '/api/surveys/questionnaires',
  tag,
  summary: 'Анкеты: встроенные, общие и своих органов',
  access: 'surveys.read',
  audit: { label: 'список анкет' },
  query: Type.Object({
    ...Paging.properties,
    find: Type.Optional(Type.String()),
    builtIn: Type.Optional(Type.Boolean()),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(QuestionnaireRow) }),
})
export const readQuestionnaire = defineRoute({
  method: 'GET',
  path: '/api/surveys/questionnaires/:code',
  tag,
  summary: 'Анкета: редакции и текст одной из них',
  access: 'surveys.read',
  params: one,
  query: Type.Object({ version: Type.Optional(VersionNumber) }),
  answer: Questionnaire,
})
/** A copy of `from`, the given document, or an empty page: a draft of version 1. */
export const createQuestionnaire = defineRoute({
  method: 'POST',
  path: '/api/surveys/questionnaires',
  tag,
  summary: 'Создать анкету: копию встроенной или своей, по файлу или пустую',
  access: rightFor('begin'),
  body: Type.Object({
    code: QuestionnaireCode,
    title: Type.String({ minLength: 1, maxLength: 500 }),
    /** Number of the authority in the register; null: for all, which takes a role that reaches everything. */
    authority: nullable(Type.String()),
    from: Type.Optional(Type.Object({ code: QuestionnaireCode, version: Type.Optional(VersionNumber) })),
    document: Type.Optional(QuestionnaireDocument),
  }),
  answer: Questionnaire,
  status: 201,
})
/** The next version, as the latest published one is; the answer where one is in work already is that one. */
export const beginDraft = defineRoute({
  method: 'POST',
  path: '/api/surveys/questionnaires/:code/draft',
  tag,
  summary: 'Начать новую редакцию анкеты',
  access: rightFor('begin'),
  params: one,
  answer: Questionnaire,
  status: 201,
})
/** Errors of the check keep nothing from being saved; a document that can't be read is refused with the places. */
export const saveDraft = defineRoute({
  method: 'PUT',
  path: '/api/surveys/questionnaires/:code/draft',
  tag,
  summary: 'Сохранить проект анкеты',
  access: rightFor('edit'),
  params: one,
  body: Type.Object({ revision: Count, document: QuestionnaireDocument }),
  answer: Questionnaire,
})
export const dropDraft = defineRoute({
  method: 'DELETE',
  path: '/api/surveys/questionnaires/:code/draft',
  tag,
  summary: 'Удалить проект; анкета, у которой нет других редакций, исчезает с ним',
  access: rightFor('edit'),
  params: one,
})
export const checkDraft = defineRoute({
  method: 'GET',
  path: '/api/surveys/questionnaires/:code/check',
  tag,
  summary: 'Проверить анкету перед публикацией: ошибки, предупреждения, минуты, прерванные ряды',
  access: 'surveys.read',
  params: one,
  query: Type.Object({ version: Type.Optional(VersionNumber) }),
  answer: QuestionnaireCheck,
})
export const publishQuestionnaire = defineRoute({
  method: 'POST',
  path: '/api/surveys/questionnaires/:code/publication',
  tag,
  summary: 'Опубликовать проект: редакция больше не меняется',
  access: rightFor('publish'),
  params: one,
  body: Type.Object({ revision: Count }),
  answer: Questionnaire,
})
export const withdrawQuestionnaire = defineRoute({
  method: 'POST',
  path: '/api/surveys/questionnaires/:code/versions/:version/withdrawal',
  tag,
  summary: 'Отозвать редакцию: новых кампаний по ней не будет',
  access: rightFor('withdraw'),
  params: oneVersion,
  body: Type.Object({ reason: Reason }),
  answer: Questionnaire,
})
export const compareVersions = defineRoute({
  method: 'GET',
  path: '/api/surveys/questionnaires/:code/difference',
  tag,
  summary: 'Чем отличаются две редакции и какие ряды прервутся',
  access: 'surveys.read',
  params: one,
  query: Type.Object({ from: VersionNumber, to: VersionNumber }),
  answer: VersionDifference,
})
/** The address of the questionnaire as respondents see it, for an hour and without signing in; nothing is stored by it. */
export const tryQuestionnaire = defineRoute({
  method: 'POST',
  path: '/api/surveys/questionnaires/:code/trial',
  tag,
  summary: 'Пройти анкету, как её увидит респондент: ответы не сохраняются',
  access: 'surveys.read',
  params: one,
  body: Type.Object({
    version: Type.Optional(VersionNumber),
    language: Type.Optional(Type.String()),
    /** The page to begin with; by default the first. */
    page: Type.Optional(Type.String()),
    /** What a link would know: service, office, channel. */
    attributes: Type.Optional(Type.Record(Type.String(), Type.String())),
  }),
  answer: Type.Object({
    /** From the root: may stand in a frame of the desk. */
    path: Type.String(),
  }),
  status: 201,
})
