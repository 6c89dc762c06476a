/** Appeals: what people write to authorities, by which rule it is answered and until when. */
export { type Case, type Deadline, deadlineOf, deadlineOfCase, extensionFault, isDueBy } from './deadline.ts'
export {
  COMPLAINTS,
  isKind,
  isOutcome,
  isSource,
  type Kind,
  KINDS,
  type Outcome,
  OUTCOMES,
  type Source,
  SOURCES,
} from './kinds.ts'
export { BUILT_IN_RULES, proposedRule, ruleInForce, type TermRule } from './term-rules.ts'
export * from './course/index.ts'
export * from './files/index.ts'
export * from './metrics/index.ts'
