import { dayInWords } from '@otklik/model/print'
import type { MailLetter } from '../../platform/mail/index.ts'
import type { WaitingLetter } from './job.ts'

export interface LetterAbout {
  readonly number: string
  readonly authority: string
  readonly registered: string | null
  readonly due: string | null
  readonly answer: string | null
  readonly code: string | null
  /** What was done about what the appeal says. */
  readonly news: string | null
  /** The page «Проверить по коду». */
  readonly url: string
}

const inWords = (day: string | null): string => (day === null ? 'позже' : dayInWords(day))

/** The letters that an applicant gets. */
export function letterOf(kind: WaitingLetter['kind'], about: LetterAbout): MailLetter {
  const { number, url, code } = about
  const after = code === null ? [] : [`Код для проверки: ${code}. Сохраните его: он показан один раз.`]
  return {
    subject: `${SUBJECTS[kind]} № ${number}`,
    before: ['Здравствуйте.', ...BODIES[kind](about)],
    link: { text: 'Узнать, как рассматривается обращение', url },
    after: [...after, 'Письмо составлено программой, отвечать на него не нужно.'],
  }
}

const SUBJECTS = {
  registered: 'Зарегистрировано обращение',
  extended: 'Продлён срок рассмотрения обращения',
  answered: 'Ответ на обращение',
  done: 'Что сделано по обращению',
} as const

const BODIES: Readonly<Record<WaitingLetter['kind'], (about: LetterAbout) => string[]>> = {
  registered: ({ number, authority, registered, due }) => [
    `Ваше обращение зарегистрировано ${inWords(registered)} под № ${number}. Его рассматривает: ${authority}.`,
    `Ответ будет дан не позднее ${inWords(due)}.`,
  ],
  extended: ({ number, authority, due }) => [
    `Срок рассмотрения Вашего обращения № ${number} продлён. Его рассматривает: ${authority}.`,
    `Ответ будет дан не позднее ${inWords(due)}.`,
  ],
  answered: ({ number, authority, answer }) => [
    `На Ваше обращение № ${number} дан ответ. Отвечает: ${authority}.`,
    ...(answer === null ? [] : answer.split(/\n\s*\n/)),
    'Скажите, решён ли Ваш вопрос: да, частично или нет. Если нет, рассмотрение можно возобновить в течение 30 дней.',
  ],
  done: ({ number, authority, news }) => [
    `Вы писали об этом в обращении № ${number}. Его рассматривал орган: ${authority}.`,
    ...(news === null ? [] : [news]),
  ],
}
