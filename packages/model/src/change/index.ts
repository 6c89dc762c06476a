/** Kinds of process and of sources, which every part of the context shares. */
export { ALL_SOURCES, NEGATIVE_RATING, PROCESS_KINDS, type ProcessKind, type Source, SOURCES } from './process-kinds.ts'
export { MASKED, MASKED_KINDS, type MaskedKind } from './masking/kinds.ts'
