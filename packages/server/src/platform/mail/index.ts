export { type Mail, type MailConfig, openMail, type Recipient } from './mail.ts'
export type { Letter as MailLetter } from './page.ts'
