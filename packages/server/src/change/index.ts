export { codeStatement } from './coding/code.ts'
export type { SurveyDraft } from './further/ports.ts'
export { learnTopics } from './learning/learn.ts'
export { makeMap, approveMap } from './map/steps.ts'
export { openMasker } from './masking/masker.ts'
export { addEvidenceLink } from './measures/evidence.ts'
export { planMeasure } from './measures/plan.ts'
export {
  approveMeasure,
  cancelMeasure,
  postponeMeasure,
  reportMeasure,
  startMeasure,
  verifyMeasure,
} from './measures/steps.ts'
export { changePriority } from './pains/priority.ts'
export { chooseQuotes } from './pains/quotes.ts'
export { makeProblem } from './pains/save.ts'
export { addProcess } from './processes/processes.ts'
export { takeServices } from './processes/services.ts'
export { forgetStatements } from './statements/forget.ts'
export { takeIn } from './statements/intake.ts'
export { listStatements } from './statements/list.ts'
export { reviewSource } from './statements/reviews.ts'
export type { SourceBatch, SourceText, StatementSource } from './statements/source.ts'
export { takeTexts } from './statements/take.ts'
export { markTwins } from './statements/twins.ts'
export { publishProblem } from './publication/publish.ts'
export { type ToldNews, toldOf } from './telling/told.ts'
export type { Reachable, SaidThing, Teller, Way } from './telling/teller.ts'
