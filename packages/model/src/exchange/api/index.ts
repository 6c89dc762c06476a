export * from './check.ts'
export * from './packages.ts'
