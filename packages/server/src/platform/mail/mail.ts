import { createTransport } from 'nodemailer'
import type { Letter } from './page.ts'
import { lettersPage, lettersText } from './page.ts'

/** The way letters leave this machine. */
export interface Mail {
  /** Resolves when the server of the mail has taken the letter over; throws when it has not. */
  send(to: Recipient, letter: Letter): Promise<void>
}
export interface Recipient {
  readonly name: string
  readonly address: string
}
export interface MailConfig {
  /** `smtp://user:password@host:587`; `smtps://` is encrypted from the first byte. */
  readonly smtpUrl: string
  /** `Отклик <otklik@example.ru>`, or the address alone. */
  readonly mailFrom: string
}

const TIMEOUT_MS = 20_000

/** Opens no connection: each letter has its own, because letters are few. */
export function openMail({ smtpUrl, mailFrom }: MailConfig): Mail {
  const transport = createTransport({
    ...connectionOf(smtpUrl),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A letter consists of what is given here: nothing of it is fetched from files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(to, letter) {
      await transport.sendMail({
        from: mailFrom,
        to: { name: oneLine(to.name), address: to.address },
        subject: oneLine(letter.subject),
        text: lettersText(letter),
        html: lettersPage(letter),
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}

/** Sign-in at the mail server is never tried without encryption; without a sign-in it is used where it is offered. */
function connectionOf(smtpUrl: string) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl)
  const secure = protocol === 'smtps:'
  const auth = username && { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(auth && { auth, requireTLS: !secure }),
  }
}

/** No line of a letter's head can be made of a name. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
