import { type Static, Type } from 'typebox'

/** Stages of a process from the client's side (the columns of the map); others can be added. */
export const STAGES = [
  'подача',
  'приём',
  'рассмотрение',
  'решение',
  'оплата',
  'получение результата',
  'информирование',
] as const

/** What a topic is about: only problems make points of pain. */
export const TOPIC_KINDS = { problem: 'проблема', proposal: 'предложение', praise: 'благодарность' } as const
export type TopicKind = keyof typeof TOPIC_KINDS

const text = (most: number) => Type.String({ minLength: 1, maxLength: most })

/** A topic of the rubricator. A code is never reused: what was split or merged stays, and says what replaced it. */
export const topicShape = Type.Object(
  {
    code: text(60),
    name: text(300),
    /** The process it belongs to; null: any process. */
    process: Type.Optional(Type.Union([text(300), Type.Null()])),
    stage: Type.Optional(Type.Union([text(100), Type.Null()])),
    /** Patterns: `очеред*` a beginning, `очередь` all forms of a word, `заявлен* & заполн*` both in one text. */
    words: Type.Array(text(200), { maxItems: 500 }),
    kind: Type.Optional(Type.Enum(['problem', 'proposal', 'praise'])),
    replaced_by: Type.Optional(Type.Array(text(60), { maxItems: 50 })),
  },
  { additionalProperties: false },
)
export type Topic = Static<typeof topicShape>

/** An edition of the rubricator: the tree process → topic, flat. */
export const rubricatorShape = Type.Object(
  { edition: Type.Integer({ minimum: 1 }), topics: Type.Array(topicShape, { maxItems: 2000 }) },
  { additionalProperties: false },
)
export type Rubricator = Static<typeof rubricatorShape>

/** Topics that are in use: nothing replaced them. */
export const currentTopics = ({ topics }: Rubricator): Topic[] =>
  topics.filter(({ replaced_by }) => (replaced_by ?? []).length === 0)
