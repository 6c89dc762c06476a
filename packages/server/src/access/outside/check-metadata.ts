import type { ServerMetadata } from 'openid-client'
import { OutsideTrouble } from './outside.ts'

/** Signatures that need the provider's private key. `none` and those by a shared secret (HS256 …) are not among them. */
const SIGNED = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/**
 * What the provider says of itself is believed only as far as it stays with itself: it is the issuer that the operator
 * has named, and each of its addresses lies on an origin that the operator has named. Throws OutsideTrouble.
 */
export function checkMetadata(metadata: ServerMetadata, issuer: string, origins: ReadonlySet<string>): void {
  // The library lets some well-known providers name another issuer.
  if (new URL(metadata.issuer).href !== new URL(issuer).href) throw untrusted(`issuer ${metadata.issuer}`)
  for (const [name, value] of Object.entries(metadata)) {
    if (!name.endsWith('_endpoint') && name !== 'jwks_uri') continue
    const origin = typeof value === 'string' ? URL.parse(value)?.origin : undefined
    if (origin === undefined || !origins.has(origin)) throw untrusted(`${name} ${JSON.stringify(value)}`)
  }
}

const untrusted = (what: string) =>
  new OutsideTrouble('unavailable', { cause: new Error(`not the provider's own: ${what.slice(0, 300)}`) })

/** The provider's signature algorithms without those that anyone could make. */
export function signingAlgorithms(metadata: ServerMetadata) {
  const offered = metadata.id_token_signing_alg_values_supported ?? ['RS256']
  return { id_token_signing_alg_values_supported: offered.filter((alg) => SIGNED.includes(alg)) }
}
