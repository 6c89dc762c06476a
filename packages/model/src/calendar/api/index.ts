export * from './years.ts'
export * from './terms.ts'
