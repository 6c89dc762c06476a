/** The pages that people answer on: steps, the state that travels with the page, and pages as texts. No storage, no clock. */
export * from './pages/index.ts'
export * from './state/index.ts'
export * from './steps/index.ts'
export { type Entries, type Legal, pathOf, type Survey, withParameters } from './survey.ts'
