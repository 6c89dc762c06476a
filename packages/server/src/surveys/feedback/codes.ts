import { trackingCode } from '@otklik/model/tracking-code'
import type { Cipher } from '../../platform/cipher.ts'

/**
 * The tracking code of one way through the questionnaire. Sent twice, the same code is shown: nothing that was shown on a
 * page that never arrived is lost. Nobody without the key makes it of the nonce.
 */
export const codeOf = (cipher: Cipher, nonce: string): string =>
  trackingCode(Buffer.from(cipher.mac('surveys.feedback.code', nonce), 'base64url'))

/** By what a code is found: nobody who reads the database can come in with it. */
export const codeHash = (cipher: Cipher, code: string): string => cipher.mac('surveys.feedback.code-hash', code)

/** What is kept so that one way through the questionnaire gives one feedback: the response's own nonce stands beside its traces. */
export const onceMark = (cipher: Cipher, nonce: string): string => cipher.mac('surveys.feedback.once', nonce)
