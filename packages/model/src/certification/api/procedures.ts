import { Type } from 'typebox'
import { Count, Day, Id, nullable, Paging, Reason, TableFormat, Version } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { OBJECT_PROCEDURE } from '../procedure/index.ts'
import { ObjectKind } from './objects.ts'
import {
  BoardRow,
  Criterion,
  Evidence,
  MassList,
  ProcedureFile,
  Remark,
  SheetPart,
  SheetResult,
} from './procedure-file.ts'

const tag = 'Сертификация'
const long = Type.String({ maxLength: 10_000 })
const procedure = Type.Object({ id: Id })
const sheet = Type.Object({ id: Id, part: SheetPart })
const { rightFor } = OBJECT_PROCEDURE.table

export const listProcedures = defineRoute({
  method: 'GET',
  path: '/api/certification/procedures',
  tag,
  summary: 'Объекты перечня отчётного года по этапам сертификации',
  access: 'certification.read',
  audit: { label: 'ход сертификации' },
  query: Type.Object({
    ...Paging.properties,
    year: Type.Integer({ minimum: 2023, maximum: 2100 }),
    find: Type.Optional(Type.String({ maxLength: 500 })),
    kind: Type.Optional(ObjectKind),
    stage: Type.Optional(Type.Enum(['not_begun', 'assessing', 'on_review', 'fixed', 'sent', 'excluded'])),
    format: TableFormat,
  }),
  answer: Type.Object({
    total: Count,
    /** Within reach, whatever the stage asked for. */
    stages: Type.Object({
      not_begun: Count,
      assessing: Count,
      on_review: Count,
      fixed: Count,
      sent: Count,
      excluded: Count,
    }),
    /** «Доля сертифицированных» of the year's list within reach: numerator, denominator, and what пункт 15 leaves out. */
    share: Type.Object({ certified: Count, counted: Count, leftOut: Count }),
    rows: Type.Array(BoardRow),
  }),
})
export const beginProcedure = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures',
  tag,
  summary: 'Начать сертификацию объекта перечня отчётного года, первую или повторную',
  access: rightFor('begin'),
  body: Type.Object({
    year: Type.Integer({ minimum: 2023, maximum: 2100 }),
    object: Id,
    /** Absent: the federal list where the list of the year names an item of one, none otherwise. */
    mass: Type.Optional(MassList),
  }),
  answer: ProcedureFile,
  status: 201,
})
export const readProcedure = defineRoute({
  method: 'GET',
  path: '/api/certification/procedures/:id',
  tag,
  summary: 'Дело объекта: листы оценки, запросы, уровень с суммой, документы',
  access: 'certification.read',
  params: procedure,
  answer: ProcedureFile,
})
export const takeSheet = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/sheets/:part',
  tag,
  summary: 'Начать лист оценки или принять его от другого эксперта',
  access: 'certification.assess',
  params: sheet,
  answer: ProcedureFile,
})
export const fillSheet = defineRoute({
  method: 'PUT',
  path: '/api/certification/procedures/:id/sheets/:part',
  tag,
  summary: 'Заполнить лист оценки; прежнее остаётся в журнале',
  access: 'certification.assess',
  params: sheet,
  body: Type.Object({
    version: Version,
    result: nullable(SheetResult),
    explanation: long,
    criteria: Type.Array(Criterion, { maxItems: 300 }),
    evidence: Type.Array(Evidence, { maxItems: 100 }),
  }),
  answer: ProcedureFile,
})
export const signSheet = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/sheets/:part/signature',
  tag,
  summary: 'Подписать лист оценки; это делает его эксперт',
  access: 'certification.assess',
  params: sheet,
  body: Type.Object({ version: Version }),
  answer: ProcedureFile,
})
export const reopenSheet = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/sheets/:part/reopening',
  tag,
  summary: 'Вернуть подписанный лист к заполнению с причиной',
  access: 'certification.assess',
  params: sheet,
  body: Type.Object({ reason: Reason }),
  answer: ProcedureFile,
})
export const saveRemarks = defineRoute({
  method: 'PUT',
  path: '/api/certification/procedures/:id/remarks',
  tag,
  summary: 'Замечания и предложения заключения (п. 24 «ж»)',
  access: 'certification.assess',
  params: procedure,
  body: Type.Object({ remarks: Type.Array(Remark, { maxItems: 200 }) }),
  answer: ProcedureFile,
})
export const requestInformation = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/requests',
  tag,
  summary: 'Официально запросить информацию (п. 21)',
  access: rightFor('request'),
  params: procedure,
  body: Type.Object({
    part: SheetPart,
    question: Type.String({ minLength: 1, maxLength: 4000 }),
    addressee: Type.String({ minLength: 1, maxLength: 1000 }),
    due: Day,
  }),
  answer: ProcedureFile,
  status: 201,
})
export const answerRequest = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/requests/:request/answer',
  tag,
  summary: 'Представить запрошенную информацию',
  access: 'certification.answer',
  params: Type.Object({ id: Id, request: Id }),
  body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 10_000 }) }),
  answer: ProcedureFile,
})
export const submitLevel = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/submission',
  tag,
  summary: 'Передать уровень на проверку',
  access: rightFor('submit'),
  params: procedure,
  answer: ProcedureFile,
})
export const returnLevel = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/return',
  tag,
  summary: 'Вернуть уровень на доработку с причиной',
  access: rightFor('return'),
  params: procedure,
  body: Type.Object({ reason: Reason }),
  answer: ProcedureFile,
})
export const fixLevel = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/decision',
  tag,
  summary: 'Определить уровень; это делает не тот, кто передал его на проверку',
  access: rightFor('fix'),
  params: procedure,
  answer: ProcedureFile,
})
export const sendPapers = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/sending',
  tag,
  summary: 'Отметить, что документы направлены: кому и каким письмом; файлы остаются такими навсегда',
  access: rightFor('send'),
  params: procedure,
  body: Type.Object({
    to: Type.String({ maxLength: 1000 }),
    responsible: Type.String({ maxLength: 1000 }),
    letter: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  answer: ProcedureFile,
})
export const excludeObject = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/exclusion',
  tag,
  summary: 'Исключить объект из процедуры с причиной (п. 14)',
  access: rightFor('exclude'),
  params: procedure,
  body: Type.Object({ reason: Reason }),
  answer: ProcedureFile,
})
export const reportRoadMap = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/road-map',
  tag,
  summary: 'Представить реализованную дорожную карту (п. 31)',
  access: 'road_maps.coordinate',
  params: procedure,
  body: Type.Object({ day: Day, evidence: Type.String({ minLength: 1, maxLength: 4000 }) }),
  answer: ProcedureFile,
})
