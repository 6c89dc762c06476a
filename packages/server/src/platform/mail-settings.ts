import { isMailAddress } from '@otklik/model/access'
import { setting } from './setting.ts'

/** Letters with links for invitations and new passwords; without a server of mail there are none. */
export const MAIL_SETTINGS = {
  OTKLIK_SMTP_URL: setting(
    '',
    'Почтовый сервер: smtp://имя:пароль@узел:587 или smtps://…:465. По умолчанию писем нет.',
    smtpUrl,
  ),
  OTKLIK_MAIL_FROM: setting(
    '',
    'От кого письма: Отклик <otklik@example.ru>. По умолчанию otklik@ и узел из OTKLIK_PUBLIC_URL.',
    mailFrom,
  ),
} as const

function smtpUrl(text: string): string | undefined | Error {
  if (text === '') return undefined
  const url = URL.parse(text)
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && isDecodable(url)) return text
  return new Error(
    'Напишите адрес, который начинается с smtp:// или smtps://; знаки пароля кроме букв и цифр – как %40.',
  )
}

function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}

function mailFrom(text: string): string | undefined | Error {
  if (text === '') return undefined
  const address = /^[^<>\r\n]*<([^<>]*)>$/.exec(text)?.[1] ?? text
  return isMailAddress(address) ? text : new Error('Напишите адрес почты, например Отклик <otklik@example.ru>.')
}
