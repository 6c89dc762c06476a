import { isIP } from 'node:net'
import type { MailLetter } from '../../platform/mail/index.ts'
import type { Letter, Notice, NoticeKind } from '../deps.ts'
import { day, greeting } from './texts.ts'

/** The subject of the letter, and what has happened in a sentence. */
const TEXTS: Readonly<Record<NoticeKind, readonly [subject: string, sentence: string]>> = {
  password_changed: [
    'Пароль в Отклике изменён',
    'Ваш пароль для входа в Отклик изменён. Остальные ваши входы закрыты.',
  ],
  password_reset_done: [
    'В Отклике задан новый пароль',
    'По ссылке из письма задан новый пароль для входа в Отклик. Все ваши входы закрыты.',
  ],
  second_factor_on: [
    'Второй фактор в Отклике подключён',
    'При входе в Отклик теперь нужен код из приложения. Остальные ваши входы закрыты.',
  ],
  second_factor_off: ['Второй фактор в Отклике отключён', 'При входе в Отклик больше не нужен код из приложения.'],
  second_factor_reset: [
    'Второй фактор в Отклике сброшен',
    'Администратор сбросил ваш второй фактор: приложение и коды восстановления больше не действуют. Все ваши входы закрыты.',
  ],
  recovery_code_used: [
    'Использован код восстановления Отклика',
    'Вместо кода из приложения использован один из ваших кодов восстановления. Больше он не действует.',
  ],
  recovery_codes_renewed: [
    'Коды восстановления Отклика заменены',
    'Получены новые коды восстановления. Прежние больше не действуют.',
  ],
  identity_linked: [
    'К Отклику привязана внешняя учётная запись',
    'К вашей учётной записи привязана учётная запись внешней системы: с нею можно войти в Отклик под вашим именем.',
  ],
  identity_unlinked: [
    'От Отклика отвязана внешняя учётная запись',
    'Учётная запись внешней системы отвязана от вашей: с нею больше нельзя войти в Отклик.',
  ],
  mail_changed: [
    'Адрес почты в Отклике изменён',
    'Адрес вашей почты в Отклике изменён или убран. На прежний адрес письма больше не придут.',
  ],
}

export const isNotice = (letter: Letter): letter is Notice => Object.hasOwn(TEXTS, letter.kind)

/** Tells of a change and what to do about it. Its link opens the front page and carries nothing. */
export function noticeLetter({ kind, at, from }: Notice, name: string, publicUrl: string): MailLetter {
  const [subject, sentence] = TEXTS[kind]
  return {
    subject,
    before: [greeting(name), sentence, `Это произошло ${day(new Date(at))}. ${placeOf(from.address)}`],
    link: { text: 'Открыть Отклик', url: publicUrl },
    after: [
      'Если это сделали вы или знаете, почему это сделано, ничего делать не нужно.',
      'Если нет, сразу сообщите администратору: он закроет ваши входы и поможет вернуть доступ.',
    ],
  }
}

/** Behind a balancer the address is what a header says: only an address is passed on, no other text. */
const placeOf = (address: string): string =>
  isIP(address) === 0 ? 'Сетевой адрес не определён.' : `Сетевой адрес: ${address}.`
