/**
 * What browser, server and commands share while somebody answers: routing, judgement, steps from page to page. No libraries,
 * so that the script of the public page stays small.
 */
export {
  type AnswerError,
  type AnswerErrorCode,
  answerErrorCodes,
  type AnswerSet,
  type AnswersSoFar,
  type Judged,
  type Outcome,
} from './answer-set.ts'
export { cleanText, lengthOf } from './clean-text.ts'
export { type Lookup, type MatrixValue, OPEN, truth, type Value } from './conditions.ts'
export { type Fields, readFields, type ReadFields } from './fields.ts'
export { judge, type KnownLists, lookupIn, type ToJudge } from './judge.ts'
export { type Item, type Prepared, type PreparedQuestion, prepare } from './prepare.ts'
export { pageOf, type Step, stepAt, withoutHidden } from './steps.ts'
