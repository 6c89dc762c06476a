/** Personal data in texts: found, and replaced by what they were (seed 003, п. 3.5, 4.4). */
export { MASKED, MASKED_KINDS, type MaskedKind } from './kinds.ts'
export { createMasker, type Found, type Masked, type Masker } from './mask.ts'
export { emptyLexicon, type Lexicon, TAG } from './names/lexicon.ts'
