/** Copies among texts: what many people pasted, or one sent many times. */
export { duplicatesIn, groupsOf } from './groups.ts'
export { bare, shingles } from './shingles.ts'
