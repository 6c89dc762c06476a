import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deskPath } from './desk-path.ts'

test.each(['/', '/services', '/services?from=2026-01#x', '/requests/12.345', '/packages/1?back=//evil.test'])(
  '%s is a path of the desk',
  (path) => expect(deskPath(path)).toBe(path),
)

test.each([
  undefined,
  null,
  '',
  'services',
  'https://evil.test',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  ' //evil.test',
  '/.//evil.test',
  '/..//evil.test',
  '/x/..//evil.test',
  '/%2e//evil.test',
  'javascript:alert(1)',
  '/api/session',
  '/x/../api/session',
  '/\u2028/evil',
])('%j is none', (path) => expect(deskPath(path)).toBe('/'))

test('whatever is given, a browser stays where it is', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '%2f',
    '@',
    ':',
    'evil.test',
    '\t',
    '?',
    '#',
    'http:',
    'ж',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
      ),
      (given) => {
        const path = deskPath(given)
        expect(new URL(path, 'https://otklik.test/sign-in').origin).toBe('https://otklik.test')
        expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
      },
    ),
  )
})
