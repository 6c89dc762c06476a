export * from './lists.ts'
export * from './objects.ts'
