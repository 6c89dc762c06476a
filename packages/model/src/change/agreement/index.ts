/** How far two coders agree. */
export { type Agreement, agreementOf, type Coding } from './agreement.ts'
