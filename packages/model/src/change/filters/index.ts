/** Texts that need no topic, counted apart. */
export { type Filtered, filterOf } from './filters.ts'
