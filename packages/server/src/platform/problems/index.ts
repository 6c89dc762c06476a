/** What can go wrong in words for people: thrown by whoever finds it, made into an answer by whoever was asked. */
export { badField, inputProblem } from './bad-field.ts'
export * as problems from './common.ts'
export {
  defineProblem,
  type FieldError,
  findProblem,
  PROBLEM_PAGES,
  ProblemError,
  type ProblemKind,
  problem,
  problemBody,
} from './problem.ts'
