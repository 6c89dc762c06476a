export { dropFiles, type FileStore, keepFile, type KeptFile } from './keep.ts'
export { filesSealed } from './sealed.ts'
export { sendKeptFile } from './send.ts'
