import { expect, test } from 'vitest'
import { MAIL_SETTINGS } from './mail-settings.ts'

const { OTKLIK_SMTP_URL: url, OTKLIK_MAIL_FROM: from } = MAIL_SETTINGS

test.each(['smtp://localhost:25', 'smtps://user:p%40ss@mail.example.ru', 'smtp://[::1]:587'])(
  '%s is a server of mail',
  (text) => {
    expect(url.parse(text)).toBe(text)
  },
)
test.each(['http://mail.test', 'mail.test:25', 'smtp://', 'smtp://user:%zz@mail.test'])('%s is none', (text) => {
  expect(url.parse(text)).toBeInstanceOf(Error)
})
test.each(['otklik@example.ru', 'Отклик <otklik@example.ru>'])('%s is a sender', (text) => {
  expect(from.parse(text)).toBe(text)
})
test.each(['Отклик', 'a@b, c@d', 'Отклик <a@b>, <c@d>', 'x <>'])('%s is no sender', (text) => {
  expect(from.parse(text)).toBeInstanceOf(Error)
})
test('nothing given is nothing set', () => {
  expect([url.parse(''), from.parse('')]).toEqual([undefined, undefined])
})
