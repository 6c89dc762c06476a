import { type Static, Type } from 'typebox'
import { Count, Day, Id, Instant, nullable, Paging, SupplierCode, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { DAILY_KINDS, FINDING_CODES } from '../feed/index.ts'

const tag = 'Пакеты'

export const FeedFinding = Type.Object({
  id: Id,
  supplier: Type.Object({ code: Type.String(), name: Type.String() }),
  date: Day,
  code: Type.Enum([...FINDING_CODES]),
  /** The kind of file, the office or the status that it is about; '' where it is about the day. */
  about: Type.String(),
  /** What was found, in Russian. */
  message: Type.String(),
  /** What was to be expected. */
  expected: Type.String(),
  /** What to do. */
  remedy: Type.String(),
  /** The first of the days that follow one another with the same finding. */
  since: Day,
  foundAt: Instant,
  /** Since when it is found no more, because what was missing has come or a package was withdrawn. */
  goneAt: nullable(Instant),
})
export type FeedFinding = Static<typeof FeedFinding>

export const ExpectedDay = Type.Object({
  date: Day,
  /** Kinds that are expected to bring rows, and between what their numbers lie on 99 of 100 days. */
  kinds: Type.Array(Type.Object({ kind: Type.Enum([...DAILY_KINDS]), low: Count, high: Count, mean: Count })),
})
export type ExpectedDay = Static<typeof ExpectedDay>

export const listFindings = defineRoute({
  method: 'GET',
  path: '/api/packages/findings',
  tag,
  summary: 'Что в передаче не так, хотя пакеты приняты: пропавшие файлы, строки, подразделения и статусы, повторы',
  access: 'packages.read',
  audit: { label: 'замечания к передаче' },
  query: Type.Object({
    ...Paging.properties,
    supplier: Type.Optional(SupplierCode),
    state: Type.Optional(
      Type.Enum(['standing', 'gone'], {
        description: 'Только не исправленные (standing) или только исправленные (gone)',
      }),
    ),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, findings: Type.Array(FeedFinding) }),
})

export const readExpected = defineRoute({
  method: 'GET',
  path: '/api/packages/expected',
  tag,
  summary: 'Чего ждут от поставщика в ближайшие семь дней по его прошлым дням',
  access: 'packages.read',
  query: Type.Object({ supplier: SupplierCode }),
  answer: Type.Object({
    /** Empty while the supplier is too new to tell: it has been sending for less than four weeks. */
    days: Type.Array(ExpectedDay),
  }),
})
