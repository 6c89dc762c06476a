import { Type } from 'typebox'
import { nullable } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const Points = Type.Optional(Type.Integer({ description: 'Баллы в сотых долях' }))

/**
 * What `otklik score` answers to a line, in its order; all but `refused` and `reasons` are null where a repetition may
 * not start.
 */
export const Score = Type.Object({
  level: nullable(Type.Integer({ description: 'Проценты' })),
  parts: nullable(Type.Object({ regulation: Points, reception: Points, laboratory: Points, monitoring: Points })),
  band: nullable(Type.Enum(['high', 'middle', 'low'])),
  certificate: nullable(Type.Boolean()),
  conclusion: nullable(Type.Boolean()),
  valid_from: nullable(Type.String()),
  valid_to: nullable(Type.String()),
  equal_repeats: nullable(Type.Integer()),
  refused: nullable(Type.Literal('road_map_not_done')),
  reasons: Type.Array(Type.String()),
})

/** The body is read by the same code as a line of the command, so that a wrong one gets the same code and sentence. */
export const scoreLevel = defineRoute({
  method: 'POST',
  path: '/api/certification/score',
  tag: 'Сертификация',
  summary:
    'Калькулятор: интегральный уровень и его последствия; тело и ответ те же, что у строки otklik score, ошибка – 400 и {"error":{"code","message"}}',
  access: 'open',
  body: Type.Unknown({
    description:
      'kind, mass, regulation, reception, laboratory, monitoring, not_supplied, issued и, при повторной сертификации, previous',
  }),
  answer: Score,
})
