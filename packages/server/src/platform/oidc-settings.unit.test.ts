import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const provider = {
  OTKLIK_OIDC_ISSUER: 'https://id.example/realms/city/',
  OTKLIK_OIDC_CLIENT_ID: 'otklik',
  OTKLIK_OIDC_CLIENT_SECRET: 'hush',
}

test('no settings, no provider; the name alone makes none', () => {
  expect(readConfig({}).oidc).toBeUndefined()
  expect(readConfig({ OTKLIK_OIDC_NAME: 'ЕСИА' }).oidc).toBeUndefined()
})

test('three settings make a provider; the issuer stays to the letter', () => {
  expect(
    readConfig({ ...provider, OTKLIK_OIDC_ORIGINS: 'https://login.example/, https://keys.example:8443' }).oidc,
  ).toEqual({
    issuer: 'https://id.example/realms/city/',
    clientId: 'otklik',
    clientSecret: 'hush',
    name: 'Внешняя система',
    scope: 'openid',
    origins: ['https://login.example', 'https://keys.example:8443'],
    privateNetwork: false,
  })
})

test.each(Object.keys(provider))('without %s the start stops with a sentence', (name) => {
  expect(() => readConfig({ ...provider, [name]: '' })).toThrow(
    `настройки ${name}: «». Задайте вместе OTKLIK_OIDC_ISSUER, OTKLIK_OIDC_CLIENT_ID, OTKLIK_OIDC_CLIENT_SECRET`,
  )
})

test.each([
  ['OTKLIK_OIDC_ISSUER', 'http://id.example'],
  ['OTKLIK_OIDC_ISSUER', 'http://127.0.0.1.evil.test'],
  ['OTKLIK_OIDC_ISSUER', 'https://id.example?x=1'],
  ['OTKLIK_OIDC_ISSUER', 'file:///etc/passwd'],
  ['OTKLIK_OIDC_ORIGINS', 'http://login.example'],
  ['OTKLIK_OIDC_ORIGINS', 'https://login.example/path'],
  ['OTKLIK_OIDC_ORIGINS', 'login.example'],
  ['OTKLIK_OIDC_SCOPE', 'email'],
  ['OTKLIK_OIDC_SCOPE', 'openid "'],
])('%s=%s is refused', (name, value) => {
  expect(() => readConfig({ ...provider, [name]: value })).toThrow(`Неверное значение настройки ${name}`)
})

test('without encryption only on this machine; a password in an address is not repeated', () => {
  for (const issuer of ['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])
    expect(readConfig({ ...provider, OTKLIK_OIDC_ISSUER: issuer }).oidc?.issuer).toBe(issuer)
  expect(() => readConfig({ ...provider, OTKLIK_OIDC_ISSUER: 'https://root:hush@id.example' })).toThrow(
    '//***@id.example',
  )
})
