import { SHORTEST_REASON } from '../access/reason.ts'
import { NOT_GIVEN } from '../indicators/not-given.ts'
import { type Static, Type } from 'typebox'

/** Absent fields are left out; `null` says "looked for and not there". */
export const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

export const Month = Type.String({
  format: 'month',
  pattern: '^20\\d{2}-(0[1-9]|1[0-2])$',
  description: 'Месяц, ГГГГ-ММ',
})
export const Day = Type.String({ format: 'date', pattern: '^20\\d{2}-\\d{2}-\\d{2}$', description: 'День, ГГГГ-ММ-ДД' })
export const Instant = Type.String({ description: 'Момент времени, ISO 8601 с Z' })
/** Wall-clock time as the supplier reported it, `YYYY-MM-DDTHH:MM:SS`, without a zone. */
export const LocalTime = Type.String({ description: 'Местное время, ГГГГ-ММ-ДДTЧЧ:ММ:СС' })
export const Count = Type.Integer({ minimum: 0 })
/** As large as the database's own numbers get. */
export const Id = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
export const Named = Type.Object({ id: Type.String(), name: Type.String() })

/** A share in percent with its 95 % Wilson interval; `value`, `low` and `high` are null when the denominator is 0. */
export const Share = Type.Object({
  value: nullable(Type.Number()),
  numerator: Count,
  denominator: Count,
  low: nullable(Type.Number()),
  high: nullable(Type.Number()),
})
/** A mean on the scale of 1–5 with its 95 % t interval; the interval is null under 30 ratings or without spread. */
export const Mean = Type.Object({
  value: nullable(Type.Number()),
  n: Count,
  low: nullable(Type.Number()),
  high: nullable(Type.Number()),
  note: nullable(Type.Union([Type.Literal('little_data'), Type.Literal('no_spread')])),
})

const Name = Type.Optional(Type.String({ description: `Название; «${NOT_GIVEN}» (пробел и дефис) – не указано` }))

/** The slice that every figure is asked for; the same names stand in the URL of a screen. */
export const Slice = Type.Object({
  from: Type.Optional(Month),
  to: Type.Optional(Month),
  service: Type.Optional(Type.String()),
  subservice: Name,
  region: Name,
  authority: Name,
  office: Name,
  channel: Name,
  versus: Type.Optional(
    Type.Enum(['last-year', 'before'], {
      description:
        'С чем сравнить, где сравнивают: те же месяцы год назад (если не указано) или столько же месяцев перед ними',
    }),
  ),
})
/** Tables answer as JSON, or as a file of the same rows. */
export const TableFormat = Type.Optional(
  Type.Union([Type.Literal('json'), Type.Literal('csv'), Type.Literal('xlsx')], {
    description:
      'json – как в ответе; csv – для русского Excel: точка с запятой, UTF-8 с BOM, десятичная запятая, даты ДД.ММ.ГГГГ ЧЧ:ММ:СС; xlsx – книга с числами и датами',
  }),
)
/** Papers leave as files; which of the three, the route says. */
export const PaperFormat = Type.Enum(['docx', 'pdf', 'xlsx'], {
  description: 'docx – для правки в Word; pdf – PDF/A-2a для хранения и печати; xlsx – книга с числами и датами',
})
/** No default in the schema: a file without it is whole. */
export const Limit = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 1000, description: 'Сколько строк; если не указано – 100, а файлом – все' }),
)
export const Paging = Type.Object({
  limit: Limit,
  offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
})

/** Rises with every change: sent back with the next one, which is refused if somebody else was faster. */
export const Version = Type.Integer({ minimum: 1 })

/** The code by which packages and keys name who sends data. */
export const SupplierCode = Type.String({ pattern: '^[A-Za-z0-9._-]{1,40}$', description: 'Код поставщика' })

/** Why something was done, in some words. */
export const Reason = Type.String({ minLength: SHORTEST_REASON, maxLength: 2000 })

/** RFC 9457 problem: `code` is a stable word of the catalogue, `detail` a sentence for people. */
export const Problem = Type.Object({
  type: Type.String({ description: 'Адрес страницы об этой ошибке' }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  instance: Type.Optional(Type.String({ description: 'Номер вызова, он же в журнале' })),
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
})

/** What a stream of events calls its last message where it fails: the message holds a Problem. */
export const PROBLEM_EVENT = 'problem'

/**
 * Header of a call that the desk makes by itself while nobody touches it: it is answered as any other, and does not keep
 * the session awake.
 */
export const UNATTENDED = 'x-otklik-unattended'

export type Share = Static<typeof Share>
export type Mean = Static<typeof Mean>
export type Slice = Static<typeof Slice>
export type Problem = Static<typeof Problem>
