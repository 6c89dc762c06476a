export { fittingSecret, openRecordsKey, type RecordsKeyParts } from './open.ts'
export { replaceRecordsKey } from './replace.ts'
export { heldIn, listed, type SealedRecords } from './sealed.ts'
