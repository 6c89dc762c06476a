import { type Static, Type } from 'typebox'
import { Count, Day, Id, Instant, nullable, Paging, Reason, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { ObjectKind } from './objects.ts'

const tag = 'Сертификация'
const text = Type.String()
const Act = Type.Object({ by: text, at: Instant })

export const CaseState = Type.Enum(['opened', 'drafted', 'signed', 'ended', 'closed'])
/** A critical value of an object whose certificate is in force (пункты 32–35). */
export const CriticalCase = Type.Object({
  id: Id,
  state: CaseState,
  object: Id,
  name: text,
  kind: ObjectKind,
  authority: nullable(text),
  /** Number of the certificate in question, and its days. */
  certificate: text,
  certificateDocument: Id,
  procedure: Id,
  validFrom: Day,
  validTo: Day,
  figure: Type.Enum(['refusals', 'errors', 'csi']),
  month: text,
  grade: text,
  sentence: text,
  values: Type.Array(
    Type.Object({
      month: text,
      from: Type.Optional(text),
      value: Type.Number(),
      numerator: Type.Number(),
      denominator: Type.Number(),
    }),
  ),
  evidence: Type.Array(Type.Object({ name: text, value: text, explanation: text })),
  found: Instant,
  /** Last day to send the notice (пункт 34); null where the year has no calendar. */
  due: nullable(Day),
  notice: nullable(Type.Object({ endsOn: nullable(Day), text })),
  drafted: nullable(text),
  signed: nullable(Act),
  noticeDocument: nullable(Id),
  sent: nullable(Type.Object({ at: Instant, to: text, letter: text })),
  endedOn: nullable(Day),
  closed: nullable(Type.Object({ ...Act.properties, reason: text })),
  steps: Type.Array(
    Type.Object({ event: Type.Enum(['draft', 'edit', 'sign', 'send', 'close']), name: text, refused: nullable(text) }),
  ),
})
export type CriticalCase = Static<typeof CriticalCase>

const one = Type.Object({ id: Id })

export const listCases = defineRoute({
  method: 'GET',
  path: '/api/certification/cases',
  tag,
  summary: 'Критические значения у объектов с действующим сертификатом',
  access: 'certification.read',
  audit: { label: 'критические значения после сертификации' },
  query: Type.Object({
    ...Paging.properties,
    state: Type.Optional(Type.Enum(['open', 'all'])),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(CriticalCase) }),
})
export const readCase = defineRoute({
  method: 'GET',
  path: '/api/certification/cases/:id',
  tag,
  summary: 'Критическое значение: показатели, проверки, уведомление',
  access: 'certification.read',
  params: one,
  answer: CriticalCase,
})
export const saveNotice = defineRoute({
  method: 'PUT',
  path: '/api/certification/cases/:id/notice',
  tag,
  summary: 'Составить или изменить уведомление: дата прекращения и пояснение (п. 35)',
  access: 'certification.assess',
  params: one,
  body: Type.Object({ endsOn: Day, text: Type.String({ maxLength: 10_000 }) }),
  answer: CriticalCase,
})
export const signNotice = defineRoute({
  method: 'POST',
  path: '/api/certification/cases/:id/signature',
  tag,
  summary: 'Подписать уведомление; это делает не тот, кто его составил',
  access: 'certification.decide',
  params: one,
  answer: CriticalCase,
})
export const sendNotice = defineRoute({
  method: 'POST',
  path: '/api/certification/cases/:id/sending',
  tag,
  summary: 'Отметить, что уведомление направлено: кому и каким письмом',
  access: 'certification.send',
  params: one,
  body: Type.Object({
    to: Type.String({ minLength: 1, maxLength: 1000 }),
    letter: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  answer: CriticalCase,
})
export const closeCase = defineRoute({
  method: 'POST',
  path: '/api/certification/cases/:id/closing',
  tag,
  summary: 'Закрыть без прекращения сертификата, с причиной',
  access: 'certification.decide',
  params: one,
  body: Type.Object({ reason: Reason }),
  answer: CriticalCase,
})
