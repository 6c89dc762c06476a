import { type Static, Type } from 'typebox'
import { Count, Instant, nullable, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { rubricatorShape, topicShape } from '../rubricator/index.ts'
import { TopicCode } from './statements.ts'

const tag = 'Карта болей'
export const RubricatorEdition = Type.Object({
  ...rubricatorShape.properties,
  /** Null: the one that the program brings. */
  made: nullable(Type.Object({ at: Instant, by: Type.String() })),
  /** How many statements each topic is given to, by its code. */
  coded: Type.Record(Type.String(), Count),
  editions: Count,
})
export type RubricatorEdition = Static<typeof RubricatorEdition>
const edition = { edition: Type.Integer({ minimum: 1 }) }

export const readRubricator = defineRoute({
  method: 'GET',
  path: '/api/change/rubricator',
  tag,
  summary: 'Рубрикатор: действующая редакция или прежняя; файлом – XLSX или CSV',
  access: 'change.read',
  audit: { label: 'рубрикатор' },
  query: Type.Object({
    edition: Type.Optional(Type.Integer({ minimum: 1 })),
    format: TableFormat,
  }),
  answer: RubricatorEdition,
})
/** The edition that it changes is sent along: refused where somebody else was faster. */
export const saveRubricator = defineRoute({
  method: 'PUT',
  path: '/api/change/rubricator',
  tag,
  summary: 'Сохранить рубрикатор новой редакцией; принимает и выгруженный JSON',
  access: 'change.manage',
  body: rubricatorShape,
  answer: RubricatorEdition,
})
export const splitTopic = defineRoute({
  method: 'POST',
  path: '/api/change/rubricator/split',
  tag,
  summary: 'Разделить тему: прежняя остаётся в прошлом и сопоставима с новыми',
  access: 'change.manage',
  body: Type.Object({ ...edition, code: TopicCode, into: Type.Array(topicShape, { maxItems: 20 }) }),
  answer: RubricatorEdition,
})
export const mergeTopics = defineRoute({
  method: 'POST',
  path: '/api/change/rubricator/merge',
  tag,
  summary: 'Объединить темы в одну новую',
  access: 'change.manage',
  body: Type.Object({ ...edition, codes: Type.Array(TopicCode, { maxItems: 20 }), into: topicShape }),
  answer: RubricatorEdition,
})
export const importRubricator = defineRoute({
  method: 'POST',
  path: '/api/change/rubricator/import',
  tag,
  summary: 'Принять рубрикатор книгой XLSX или CSV, какой он выгружается',
  access: 'change.manage',
  query: Type.Object(edition),
  stream: 'upload',
  answer: RubricatorEdition,
})
/** While a pattern is being written. */
export const countTopicHits = defineRoute({
  method: 'POST',
  path: '/api/change/rubricator/hits',
  tag,
  summary: 'Сколько высказываний находит каждый шаблон',
  access: 'change.read',
  body: Type.Object({ words: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 500 }) }),
  answer: Type.Object({
    /** Texts looked through: the latest within reach. */
    texts: Count,
    /** Hit by any of the patterns. */
    any: Count,
    patterns: Type.Array(
      Type.Object({ word: Type.String(), /** Null: the pattern is not understood. */ hits: nullable(Count) }),
    ),
  }),
})
