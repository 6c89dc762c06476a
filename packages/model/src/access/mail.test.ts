import { expect, test } from 'vitest'
import { isFitMail, isMailAddress } from './index.ts'

test.each([
  ['anna@mail.test', true],
  ['анна@почта.рф', true],
  ['a,b@mail.test', false],
  ['a@b@c.test', false],
  ['a b@mail.test', false],
  ['<a@mail.test>', false],
  ['a@mail.test\r\nRCPT TO:<b@mail.test>', false],
  [`${'a'.repeat(250)}@b.test`, false],
])('%j is one address: %s', (text, good) => {
  expect(isMailAddress(text)).toBe(good)
})

test.each(['a@b.ru', 'i.petrova+opros@sub.example.ru', 'анна@пример.рф'])('%s is kept for a person', (text) =>
  expect(isFitMail(text)).toBe(true),
)
test.each(['root@localhost', 'a', 'a b@c.ru', 'a@b.ru, c@d.ru', 'Анна <a@b.ru>', 'a@b.ru\r\nBcc: c@d.ru'])(
  '%j is not',
  (text) => expect(isFitMail(text)).toBe(false),
)
