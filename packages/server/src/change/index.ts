/** From what people say to what is changed: what other contexts use of it. */
export { openMasker } from './masking/masker.ts'
