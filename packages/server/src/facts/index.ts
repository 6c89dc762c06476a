/** What is counted, as it is kept: the tables of facts, the state of requests and the cube, and how packages get there. */
export { applyStage, stagedRequests, summariseLives } from './apply.ts'
export { forgetWithdrawn, isAnyWithdrawn, isWithdrawn, restateWithdrawn, withdrawnMonths } from './withdrawn.ts'
export { removePackages } from './remove.ts'
export { clearFigures } from './clear.ts'
export { columnNames, type Fact, factColumns, factLayout, keptTables, never, ratingScale } from './tables.ts'
export { complaintsMark, type PackageComplaint, readComplaints } from './complaints.ts'
export { schemaSteps as factSteps } from './steps.ts'
export { type Review, type ReviewBatch, readReviews, reviewBatches } from './reviews.ts'
