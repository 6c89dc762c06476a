export * from './lists.ts'
export * from './objects.ts'
export * from './score.ts'
