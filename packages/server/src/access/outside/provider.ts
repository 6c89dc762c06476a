import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  type CustomFetch,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ServerMetadata,
} from 'openid-client'
import type { OidcConfig } from '../../platform/config.ts'
import type { Log } from '../../platform/log.ts'
import { checkMetadata, signingAlgorithms } from './check-metadata.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { type AttemptSecrets, type Identity, type Outside, OutsideTrouble, troubleOf } from './outside.ts'

/** How long what the provider says of itself is believed. */
const METADATA_MS = 3600_000

export interface OutsideLimits {
  readonly timeoutMs: number
  readonly maxBytes: number
}
const LIMITS: OutsideLimits = { timeoutMs: 8000, maxBytes: 512 * 1024 }

/** Nothing is asked of the provider before the first sign-in: the server starts without it. */
export function openOutside(oidc: OidcConfig, log: Log, limits: OutsideLimits = LIMITS): Outside {
  const configuration = rememberMetadata(() => discover(oidc, limits))
  return {
    name: oidc.name,
    async begin(redirectUri, { state, nonce, verifier }) {
      try {
        return buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope: oidc.scope,
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        })
      } catch (error) {
        throw troubleOf(error, 'unavailable', log)
      }
    },
    async finish(callback, secrets) {
      try {
        return await exchange(await configuration(), callback, secrets)
      } catch (error) {
        throw troubleOf(error, 'failed', log)
      }
    },
  }
}

/** One discovery for all who wait; a failed one is not remembered. */
function rememberMetadata(read: () => Promise<Configuration>): () => Promise<Configuration> {
  let known: { readonly configuration: Promise<Configuration>; readonly until: number } | undefined
  return () => {
    if (known && known.until > Date.now()) return known.configuration
    const configuration = read()
    known = { configuration, until: Date.now() + METADATA_MS }
    configuration.catch(() => {
      if (known?.configuration === configuration) known = undefined
    })
    return configuration
  }
}

async function discover(oidc: OidcConfig, limits: OutsideLimits): Promise<Configuration> {
  const issuer = new URL(oidc.issuer)
  const origins = new Set([issuer.origin, ...oidc.origins])
  const fetch = guardedFetch({ issuer, origins, privateNetwork: oidc.privateNetwork, ...limits })
  const plain = issuer.protocol === 'http:'
  const execute = plain ? [allowInsecureRequests] : []
  const found = await discovery(issuer, oidc.clientId, {}, undefined, { [customFetch]: fetch, execute })
  const metadata: ServerMetadata = found.serverMetadata()
  checkMetadata(metadata, oidc.issuer, origins)
  return configure(oidc, { ...metadata, ...signingAlgorithms(metadata) }, fetch, plain)
}

function configure(oidc: OidcConfig, metadata: ServerMetadata, fetch: CustomFetch, plain: boolean): Configuration {
  const methods = metadata.token_endpoint_auth_methods_supported
  const byBody = methods !== undefined && !methods.includes('client_secret_basic')
  const auth = byBody ? ClientSecretPost(oidc.clientSecret) : ClientSecretBasic(oidc.clientSecret)
  const configuration = new Configuration(metadata, oidc.clientId, { require_auth_time: false }, auth)
  configuration[customFetch] = fetch
  if (plain) allowInsecureRequests(configuration)
  // The token's own signature is checked, not only the connection that it came over.
  enableNonRepudiationChecks(configuration)
  return configuration
}

async function exchange(configuration: Configuration, callback: URL, secrets: AttemptSecrets): Promise<Identity> {
  const tokens = await authorizationCodeGrant(configuration, callback, {
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    pkceCodeVerifier: secrets.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  // Printable and of a sensible length: it is kept, compared and shown.
  if (claims === undefined || !/^[^\p{C}]{1,255}$/u.test(claims.sub)) throw new OutsideTrouble('failed')
  return { issuer: claims.iss, subject: claims.sub }
}
