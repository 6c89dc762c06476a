export * from './password.ts'
export * from './principal.ts'
export * from './rights.ts'
