/** Tracking codes: what somebody without an account keeps to come back to what they have sent. */
export { checkSign, readTrackingCode, trackingCode } from './tracking-code.ts'
