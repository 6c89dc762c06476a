import { afterEach, beforeEach, expect, test } from 'vitest'
import { mailServer } from './mail.fixture.ts'
import { openMail } from './mail.ts'
import { lettersPage, lettersText } from './page.ts'

let server: Awaited<ReturnType<typeof mailServer>>
beforeEach(async () => {
  server = await mailServer()
})
afterEach(() => server.close())

const letter = (name: string) => ({
  subject: `Письмо для ${name}`,
  before: [`Здравствуйте, ${name}.`],
  link: { text: 'Открыть', url: 'https://otklik.test/x#token' },
  after: ['Конец.'],
})
const open = (mailFrom = 'Отклик <otklik@otklik.test>') => openMail({ smtpUrl: server.url, mailFrom })

test('a letter arrives as text and as HTML', async () => {
  await open().send({ name: 'Анна', address: 'anna@mail.test' }, letter('Анна'))
  const [got] = server.received
  expect(got).toMatchObject({ from: 'otklik@otklik.test', to: ['anna@mail.test'] })
  expect(got?.head).toContain('Auto-Submitted: auto-generated')
  expect(got?.body).toContain('Здравствуйте, Анна.\n\nОткрыть:\nhttps://otklik.test/x#token\n\nКонец.')
  expect(got?.body).toContain('<a href="https://otklik.test/x#token">Открыть</a>')
})

test.each([
  'Анна\r\nBcc: evil@mail.test\r\n\r\nhello',
  'Анна\nBcc: evil@mail.test',
  'Анна\u2028Bcc: evil@mail.test',
  'x" <evil@mail.test>, "',
  'evil@mail.test,',
])('no head and no other recipient comes of the name %j', async (name) => {
  await open().send({ name, address: 'anna@mail.test' }, letter(name))
  const [got] = server.received
  expect(got?.to).toEqual(['anna@mail.test'])
  expect(got?.head).not.toMatch(/^Bcc:/im)
  expect(got?.head.match(/^(to|subject):/gim)).toHaveLength(2)
})

test('names are text in the page, never tags', () => {
  const page = lettersPage(letter('<img src=x onerror=alert(1)>"\'&'))
  expect(page).not.toContain('<img')
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;')
  expect(lettersText(letter('<b>'))).toContain('<b>')
})

test('a refused letter throws', async () => {
  server.state.failing = true
  await expect(open().send({ name: '', address: 'anna@mail.test' }, letter('Анна'))).rejects.toThrow()
})

test('a password is not sent to a server without encryption', async () => {
  const mail = openMail({ smtpUrl: server.url.replace('//', '//user:hush@'), mailFrom: 'otklik@otklik.test' })
  await expect(mail.send({ name: '', address: 'anna@mail.test' }, letter('Анна'))).rejects.toThrow(/STARTTLS|TLS/i)
  expect(server.state.attempts).toBe(0)
})
