import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/schema'
import { rubricatorShape } from '../rubricator/index.ts'

const numbers = Type.Array(Type.Number())

/**
 * What suggests topics, as it is kept in a file: everything that was learned and the rubricator, so that nothing else is
 * needed to suggest.
 */
export const topicModelShape = Type.Object({
  format: Type.Literal('otklik-topics/1'),
  rubricator: Type.Union([rubricatorShape, Type.Null()]),
  /** All codes that can be suggested; those that were learned come first. */
  codes: Type.Array(Type.String()),
  /** How many texts were learned from. */
  texts: Type.Integer({ minimum: 0 }),
  learned: Type.Union([
    Type.Object({
      method: Type.Enum({ bayes: 'bayes', regression: 'regression' }),
      /** How many of the codes, from the first. */
      codes: Type.Integer({ minimum: 1 }),
      features: Type.Array(Type.String()),
      /** How many of the texts have each feature. */
      having: numbers,
      /** Feature by feature, a weight per code. */
      weights: numbers,
      bias: numbers,
    }),
    Type.Null(),
  ]),
  blend: Type.Object({ learned: Type.Number(), hits: Type.Number(), likeness: Type.Number() }),
  /** From this probability on suggestions were right in 95 of 100 cases; null: nothing is accepted by itself. */
  auto: Type.Union([Type.Number(), Type.Null()]),
  quality: Type.Object({
    top1: Type.Union([Type.Number(), Type.Null()]),
    top3: Type.Union([Type.Number(), Type.Null()]),
    macro_f1: Type.Union([Type.Number(), Type.Null()]),
  }),
})
export type TopicModel = Static<typeof topicModelShape>

let compiled: ReturnType<typeof Compile<typeof topicModelShape>> | undefined

/** A model out of a value of JSON; undefined where it is none. */
export function readTopicModel(value: unknown): TopicModel | undefined {
  compiled ??= Compile(topicModelShape)
  if (!compiled.Check(value)) return undefined
  const { learned, codes } = value
  const fits =
    learned === null ||
    (learned.codes <= codes.length && learned.weights.length === learned.features.length * learned.codes)
  return fits ? value : undefined
}
