/** Appeals, for other contexts and the demonstration. */
export type { AppealsDeps } from './deps.ts'
export { receiveAppeal } from './register/receive.ts'
