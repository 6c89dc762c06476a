import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'

/** Seals short texts, so that who reads the database alone can't read them. */
export interface Cipher {
  seal(text: string): string
  /** Throws when the text was not sealed with this key, or was changed. */
  open(sealed: string): string
  /** The same of bytes: nonce (12), tag (16) and the rest. */
  sealBytes(bytes: Buffer): Buffer
  openBytes(sealed: Buffer): Buffer
  /** A keyed hash: finds what is alike without telling what it is. Base64url of HMAC-SHA256; `purpose` keeps uses apart. */
  mac(purpose: string, text: string): string
}

/** Where the key lies: beside the database, never in it. A copy of the database without this file gives nothing away. */
export const cipherKeyFile = (dataDir: string): string => join(dataDir, 'keys', 'records.key')

/** AES-256-GCM; a sealed text is `v1.` and base64url of nonce (12 bytes), tag (16 bytes) and the rest. */
export function cipherOf(secret: string): Cipher {
  const key = createHash('sha256').update(`otklik records\n${secret}`).digest()
  const macKey = createHash('sha256').update(`otklik records mac\n${secret}`).digest()
  const sealBytes = (bytes: Buffer): Buffer => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const body = Buffer.concat([cipher.update(bytes), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  }
  const openBytes = (sealed: Buffer): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    decipher.setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  }
  return {
    sealBytes,
    openBytes,
    mac: (purpose, text) => createHmac('sha256', macKey).update(`${purpose}\n${text}`).digest('base64url'),
    seal: (text) => `v1.${sealBytes(Buffer.from(text, 'utf8')).toString('base64url')}`,
    open(sealed) {
      if (!sealed.startsWith('v1.')) throw new Error('not a sealed text')
      return openBytes(Buffer.from(sealed.slice(3), 'base64url')).toString('utf8')
    },
  }
}
