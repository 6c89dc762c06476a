/** What the schemas of bodies and documents say about a value that does not fit them, in sentences. */
export { type FieldError, fieldErrors } from './field-errors.ts'
export { knowFormats } from './formats.ts'
