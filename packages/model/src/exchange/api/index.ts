export * from './packages.ts'
