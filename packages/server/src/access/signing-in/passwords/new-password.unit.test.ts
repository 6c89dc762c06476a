import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onOtherLayout } from './layouts.ts'
import { newPasswordHash } from './new-password.ts'
import { verifyPassword } from './password-hash.ts'

const whose = { login: 'anna', name: 'Анна Каренина' }
const hashOf = (password: string) => newPasswordHash(password, whose)

test.each([
  ['a common one', 'qwerty123456'],
  ['a common word and figures', 'password1234'],
  ['letters swapped for signs', 'P@ssw0rd!!!!'],
  ['backwards', 'drowssap4321'],
  ['a Russian word and figures', 'пароль123456'],
  ['in capitals', 'ПАРОЛЬ123456'],
  ['a Russian word on the Latin layout', 'gfhjkm123456'],
  ['an English word on the Russian layout', 'зфыыцщкв1234'],
  ['a word twice', 'любовьлюбовь'],
  ['two names', 'маринаандрей'],
  ['a row of keys', 'qazwsxedcrfv'],
  ['a row of Russian keys', 'йфяцычувскам'],
  ['two kinds of letters', 'passwordпароль'],
  ['a date', '12.05.1980г.'],
  ['one sign', 'aaaaaaaaaaaa'],
  ['the name', 'Каренина1234'],
  ['the login', 'xKanna!82hVq'],
])('%s is refused with the reason', async (_what, password) => {
  await expect(hashOf(password)).rejects.toMatchObject({ code: 'weak_password', status: 400 })
})

test.each([
  'корова-летит-на-юг',
  'пароль подлиннее',
  'correct horse battery',
  'xK!82hVq#mZ1',
  'йц7-Ыш9 щ Ъ4х',
  'сто трамваев едут в лес',
])('«%s» is taken', async (password) => {
  expect(await verifyPassword(password, await hashOf(password))).toBe(true)
})

test('a thousand signs are judged at once, whatever they are', async () => {
  for (const piece of ['4@810(1!|5$+7%2', 'p4ssw0rd', 'пароль', 'a1']) {
    const began = performance.now()
    await hashOf(piece.repeat(1000 / piece.length)).catch(() => undefined)
    expect(performance.now() - began).toBeLessThan(2000)
  }
})

test('typing on the other layout twice gives the letters back', () => {
  expect(onOtherLayout('gfhjkm')).toBe('пароль')
  expect(onOtherLayout('Йцукен')).toBe('qwerty')
  const letter = fc.constantFrom('а', 'б', 'ж', 'й', 'х', 'ъ', 'ё', 'ю', 'э', 'я')
  fc.assert(
    fc.property(fc.string({ unit: letter }), (text) => {
      expect(onOtherLayout(onOtherLayout(text))).toBe(text)
    }),
  )
})
