/** Calls and shapes from what people say to what is changed. */
export * from './coding.ts'
export * from './masking.ts'
export * from './measures.ts'
export * from './pains.ts'
export * from './problems.ts'
export * from './processes.ts'
export * from './rubricator.ts'
export * from './statements.ts'
