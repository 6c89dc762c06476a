/** Appeals, for other contexts and the demonstration. */
export type { AppealsDeps } from './deps.ts'
export { followComplaints } from './complaints/follow.ts'
export { type BulkAppeal, insertAppeals } from './loads/insert.ts'
export { appealsTeller } from './letters/teller.ts'
export { freeze as freezeQuarter } from './metrics/freeze.ts'
export { receiveAppeal } from './register/receive.ts'
export { recountJob } from './terms/recount.ts'
export { appealsSealed } from './sealed.ts'
