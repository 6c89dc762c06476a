export * from './check.ts'
export * from './feed.ts'
export * from './packages.ts'
export * from './remarks.ts'
