import { Type } from 'typebox'
import { Count } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { MASKED_KINDS } from '../masking/kinds.ts'

const tag = 'Карта болей'
export const MaskedKindName = Type.Enum([...MASKED_KINDS])

/** Nothing of it is kept: who keeps the rules looks at what they do. */
export const tryMasking = defineRoute({
  method: 'POST',
  path: '/api/change/masking',
  tag,
  summary: 'Проверить маскирование: что в тексте найдено и чем заменено',
  access: 'change.read',
  body: Type.Object({ text: Type.String({ maxLength: 100_000 }) }),
  answer: Type.Object({
    masked: Type.String(),
    /** In Unicode code points of the text, from `start` to before `end`. */
    found: Type.Array(Type.Object({ kind: MaskedKindName, start: Count, end: Count })),
  }),
})
