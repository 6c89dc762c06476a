/** The rubricator: topics with the words that speak for them, its editions, and what stays comparable between them. */
export { BUILT_IN_RUBRICATOR } from './built-in.ts'
export {
  comparableGroups,
  type EditionDifference,
  editionDifference,
  mergeTopics,
  splitTopic,
  successorsOf,
} from './editions.ts'
export { countHits, type Hit, type HitFinder, hitFinder, patternKey } from './hits.ts'
export { parsePattern, type Pattern, type PatternWord } from './pattern.ts'
export { type ReadRubricator, readRubricator, topicsWithoutWords } from './read.ts'
export {
  currentTopics,
  type Rubricator,
  rubricatorShape,
  STAGES,
  type Topic,
  TOPIC_KINDS,
  type TopicKind,
  topicShape,
} from './types.ts'
