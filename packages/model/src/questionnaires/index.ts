/** Questionnaires: the document, routing, judgement of answers. The part a browser needs alone is `questionnaires/answering`. */
export * from './answering/index.ts'
export { badLine, readAnswerSet, type Verdict, verdictOf } from './answering/read-answer-set.ts'
export { type Parsed, parseQuestionnaire, readQuestionnaire } from './document/parse.ts'
export * from './document/types.ts'
