import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { SETTINGS } from './settings.ts'

test('an empty environment gives a complete configuration', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    publicUrl: 'http://localhost:8080',
    databaseUrl: undefined,
  })
  expect(config.dataDir).toMatch(/\/data$/)
})

test('an empty or blank value counts as not set', () => {
  expect(readConfig({ PORT: '', OTKLIK_LOG_LEVEL: '  ' })).toMatchObject({ port: 8080, logLevel: 'info' })
})

test('sizes are written with letters, addresses without a slash at the end', () => {
  const config = readConfig({ OTKLIK_MAX_UPLOAD_BYTES: '10m', OTKLIK_PUBLIC_URL: 'https://otklik.example/' })
  expect(config).toMatchObject({ maxUploadBytes: 10 * 1024 ** 2, publicUrl: 'https://otklik.example' })
})

test.each([
  ['PORT', '80a', 'Неверное значение настройки PORT: «80a». Напишите целое число от 0 до 65535, например 10.'],
  ['PORT', '70000', 'Неверное значение настройки PORT: «70000». Напишите целое число от 0 до 65535, например 10.'],
  ['OTKLIK_LOG_LEVEL', 'loud', 'Напишите одно из слов: fatal, error, warn, info, debug, trace, silent.'],
  [
    'OTKLIK_MAX_UPLOAD_BYTES',
    '2 гига',
    'Напишите размер в байтах или с буквой K, M, G, T, не меньше 1024, например 2G.',
  ],
  ['OTKLIK_CLICKHOUSE_MEMORY', '1M', 'не меньше 268435456'],
  ['DATABASE_URL', 'localhost', 'Напишите адрес, который начинается с postgres:// или postgresql://.'],
  ['CLICKHOUSE_DATABASE', 'a-b', 'Напишите имя из латинских букв'],
  ['OTKLIK_TRUST_PROXY', 'true', 'Напишите yes или no.'],
])('%s=%s is refused with a sentence', (name, value, sentence) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
  expect(() => readConfig({ [name]: value })).toThrow(sentence)
})

test('a wrong address is repeated without its password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://root:hush@host/db' })).toThrow('«mysql://***@host/db»')
})

test('every setting has a default that it accepts itself, and an explanation', () => {
  for (const [name, setting] of Object.entries(SETTINGS)) {
    expect(setting.parse(setting.default), name).not.toBeInstanceOf(Error)
    expect(setting.text, name).toMatch(/^[«А-ЯЁ].*\.$/)
  }
})

test('letters are sent where a server of mail is named, by default from the public address', () => {
  expect(readConfig({}).mail).toBeUndefined()
  const smtpUrl = 'smtp://mail.test:25'
  const config = readConfig({ OTKLIK_SMTP_URL: smtpUrl, OTKLIK_PUBLIC_URL: 'https://otklik.example' })
  expect(config.mail).toEqual({ smtpUrl, mailFrom: 'Отклик <otklik@otklik.example>' })
  expect(() => readConfig({ OTKLIK_SMTP_URL: 'http://user:hush@mail.test' })).toThrow('«http://***@mail.test»')
})
