/** What suppliers read before they send: a page per code, samples of every kind. */
export { type CodePage, codePage, type Outcome, OUTCOME_SENTENCES } from './code-page.ts'
export { sampleOf } from './samples.ts'
