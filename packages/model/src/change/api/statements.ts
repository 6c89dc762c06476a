import { type Static, Type } from 'typebox'
import { Count, Day, Id, Month, nullable, Paging, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { ALL_SOURCES } from '../process-kinds.ts'
import { MaskedKindName } from './masking.ts'
import { ProcessCode } from './processes.ts'

const tag = 'Карта болей'
const text = Type.String()

export const StatementSourceName = Type.Enum([...ALL_SOURCES])
export const TopicCode = Type.String({ minLength: 1, maxLength: 60 })
export const Statement = Type.Object({
  id: Id,
  source: StatementSourceName,
  process: ProcessCode,
  processName: text,
  channel: nullable(text),
  day: Day,
  /** Masked; empty where only a rating was given. */
  text,
  rating: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
  /** Null: not coded yet; the main one first. */
  codes: nullable(Type.Array(TopicCode)),
  /** Who coded: a person's name, or «Модель». */
  coder: nullable(text),
  filtered: nullable(Type.Enum(['no_problem', 'unusable'])),
  /** How many texts say the same, this one among them. */
  copies: Count,
})
export type Statement = Static<typeof Statement>

/** What statements are looked for by; the same names stand in the URL of the screen. */
export const statementSearch = {
  process: Type.Optional(ProcessCode),
  stage: Type.Optional(text),
  code: Type.Optional(TopicCode),
  problem: Type.Optional(Id),
  source: Type.Optional(StatementSourceName),
  state: Type.Optional(Type.Enum(['uncoded', 'coded', 'filtered'])),
  from: Type.Optional(Month),
  to: Type.Optional(Month),
  /** Words in any of their forms. */
  find: Type.Optional(Type.String({ maxLength: 500 })),
}
export const listStatements = defineRoute({
  method: 'GET',
  path: '/api/change/statements',
  tag,
  summary: 'Высказывания без личных данных, с темами',
  access: 'change.read',
  audit: { label: 'высказывания' },
  query: Type.Object({ ...Paging.properties, ...statementSearch, format: TableFormat }),
  answer: Type.Object({ total: Count, rows: Type.Array(Statement) }),
})
const one = Type.Object({ id: Id })
export const maskFragment = defineRoute({
  method: 'POST',
  path: '/api/change/statements/:id/masking',
  tag,
  summary: 'Замаскировать часть текста, также во всех его копиях',
  access: 'change.code',
  params: one,
  /** As it stands in the text. */
  body: Type.Object({ fragment: Type.String({ minLength: 1, maxLength: 2000 }), kind: MaskedKindName }),
  /** How many texts were changed. */
  answer: Type.Object({ changed: Count }),
})
export const takeStatements = defineRoute({
  method: 'POST',
  path: '/api/change/statements/intake',
  tag,
  summary: 'Забрать новые высказывания сейчас, не дожидаясь ночи',
  access: 'change.manage',
  status: 202,
  answer: Type.Object({ asked: Type.Boolean() }),
})
