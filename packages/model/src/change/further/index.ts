/** Additional surveys that the figures ask for (seed 003, п. 4.5). */
export {
  type FeedbackMonth,
  type OpenProblem,
  type Proposal,
  type ProposeInput,
  proposeSurveys,
  SURVEY_RULES,
  type SurveyRule,
  targetOf,
  type WatchedProcess,
} from './propose.ts'
export { readPropose } from './read.ts'
