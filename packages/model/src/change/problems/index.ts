/** Problems: what was decided about them, and whether the public sees them. */
export {
  peopleTold,
  PUBLICATION,
  PUBLICATION_EVENTS,
  PUBLICATION_GUARDS,
  PUBLICATION_REFUSALS,
  PUBLICATION_STATES,
  type PublicationEvent,
  type PublicationFacts,
  type PublicationGuard,
  type PublicationState,
} from './publication.ts'
export {
  ALL_PROBLEM_EVENTS,
  ALL_PROBLEM_STATES,
  PROBLEM_EVENTS,
  PROBLEM_GUARDS,
  PROBLEM_REFUSALS,
  PROBLEM_STATES,
  type ProblemEvent,
  type ProblemFacts,
  type ProblemGuard,
  problemRefusal,
  PROBLEMS,
  type ProblemState,
} from './states.ts'
