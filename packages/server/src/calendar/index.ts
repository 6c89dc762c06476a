/** The working calendar of the installation, for contexts that count terms. */
export { calendarOf } from './years.ts'
export { saveYear } from './save-year.ts'
