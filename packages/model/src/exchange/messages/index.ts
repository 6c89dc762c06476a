export { messageOf } from './row-messages.ts'
export { shown } from './shown.ts'
export { explainStructure } from './structure-messages.ts'
