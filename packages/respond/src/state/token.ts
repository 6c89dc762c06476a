import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { State } from './state.ts'

/** Makes a token of a value and reads it again: `_t` of a state, `_f` of an offer. */
export interface Tokens<Value = State> {
  write(value: Value): string
  /** Undefined: not written with this key, or changed, or cut. An old one reads as well: its `expires` tells. */
  read(token: string): Value | undefined
}

const MAC_BYTES = 32
const IV_BYTES = 16
/** A state is small: a smaller window takes a quarter of the time. */
const WINDOW = { windowBits: 13, memLevel: 6 }
const FORM = /^[A-Za-z0-9_-]{86,}$/

/**
 * The token is base64url of HMAC-SHA256 (32 bytes) over what follows it: 16 bytes to begin the cipher with, and the value as
 * deflated JSON under AES-256-CTR. The signature is what pages rely on; sealed it is because addresses with a token stand in
 * histories of shared computers and in logs of balancers.
 * @param secret the content of the key file; an empty or short one is refused.
 * @param kind tokens of one kind don't read as another.
 */
export function tokensOf<Value = State>(secret: string, kind: 'page' | 'offer' = 'page'): Tokens<Value> {
  if (secret.trim().length < 32) throw new Error('the key of pages is empty or short')
  const derived = (use: string): Buffer => createHmac('sha256', secret).update(`otklik ${kind} ${use}`).digest()
  const [signing, sealing] = [derived('signature'), derived('seal')]
  const mac = (bytes: Uint8Array): Buffer => createHmac('sha256', signing).update(bytes).digest()
  return {
    write(value) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-ctr', sealing, iv)
      const body = Buffer.concat([iv, cipher.update(deflateRawSync(JSON.stringify(value), WINDOW)), cipher.final()])
      return Buffer.concat([mac(body), body]).toString('base64url')
    },
    read(token) {
      if (!FORM.test(token)) return undefined
      const bytes = Buffer.from(token, 'base64url')
      // The last sign of base64 has spare bits: only the one way of writing is taken.
      if (bytes.toString('base64url') !== token) return undefined
      const [given, body] = [bytes.subarray(0, MAC_BYTES), bytes.subarray(MAC_BYTES)]
      if (!timingSafeEqual(mac(body), given)) return undefined
      const cipher = createDecipheriv('aes-256-ctr', sealing, body.subarray(0, IV_BYTES))
      const plain = Buffer.concat([cipher.update(body.subarray(IV_BYTES)), cipher.final()])
      // Signed by us under this kind, so it is such a value.
      return JSON.parse(inflateRawSync(plain).toString('utf8')) as Value
    },
  }
}
