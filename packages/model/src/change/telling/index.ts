/** What people are told of what came of their words. */
export { type DoneMeasure, newsOf } from './news.ts'
