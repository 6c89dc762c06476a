import type { MailLetter } from '../../platform/mail/index.ts'

interface Facts {
  readonly name: string
  readonly url: string
}

export const resetLetter = ({ name, url }: Facts): MailLetter => ({
  subject: 'Новый пароль для входа в Отклик',
  before: [greeting(name), 'Кто-то – возможно, вы – попросил ссылку, чтобы задать новый пароль.'],
  link: { text: 'Задать новый пароль', url },
  after: [
    'Ссылка действует час и один раз. После смены пароля все ваши входы закроются.',
    'Если вы этого не просили, ничего не делайте: пароль остаётся прежним. Никому не пересылайте это письмо.',
  ],
})

export const invitationLetter = ({ name, url, until }: Facts & { readonly until: Date }): MailLetter => ({
  subject: 'Приглашение в Отклик',
  before: [greeting(name), 'Вас пригласили в Отклик – систему мониторинга государственных услуг.'],
  link: { text: 'Принять приглашение', url },
  after: [
    `Ссылка действует один раз, до ${day(until)}. По ней вы выберете имя для входа и пароль.`,
    'Если вы не ждали приглашения, ничего не делайте. Никому не пересылайте это письмо.',
  ],
})

export const greeting = (name: string) => `Здравствуйте, ${name.replace(/\s+/g, ' ').trim()}.`

export const day = (date: Date) =>
  new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Moscow' }).format(date) +
  ' (по Москве)'
