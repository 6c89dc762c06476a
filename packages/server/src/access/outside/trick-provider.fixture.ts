import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'
import { CLIENT } from './real-provider.fixture.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** What the provider does otherwise than it should; empty: nothing. */
export interface Tricks {
  /** Put over what it says of itself. */
  metadata?: Record<string, unknown>
  /** Put over the good claims; undefined takes one away. */
  claims?: JWTPayload
  /** Signs the token instead of the provider's own key. */
  sign?: (claims: JWTPayload) => string | Promise<string>
  /** Answers instead of the provider, by path. */
  answers?: Record<string, Answer>
}

/** A provider that tests make lie. It has a page for no one: tests come back from it by themselves. */
export async function trickProvider() {
  const provider = { tricks: {} as Tricks, nonce: '', paths: [] as string[] }
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig', kid: 'one' }
  const good = (): JWTPayload => {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, aud: CLIENT.clientId, sub: 'anna', iat: now, exp: now + 60, nonce: provider.nonce }
    return { ...claims, ...provider.tricks.claims }
  }
  const sign = (claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}, key = privateKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key)
  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    authorization_response_iss_parameter_supported: true,
    ...provider.tricks.metadata,
  })
  const pages: Record<string, () => unknown> = {
    '/.well-known/openid-configuration': metadata,
    '/jwks': () => ({ keys: [jwk] }),
    '/token': async () => {
      const id_token = await (provider.tricks.sign ?? sign)(good())
      return { access_token: 'x', token_type: 'bearer', id_token }
    },
  }
  server.on('request', (request, response) => void answer(request, response))
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? ''
    await text(request)
    provider.paths.push(path)
    const trick = provider.tricks.answers?.[path]
    if (trick) return trick(request, response)
    const page = pages[path]
    if (page === undefined) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await page()))
  }
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  return Object.assign(provider, { issuer, publicKey, privateKey, sign, stop })
}
export type TrickProvider = Awaited<ReturnType<typeof trickProvider>>
