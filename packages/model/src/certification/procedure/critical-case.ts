import { dayInFigures } from '../../print/index.ts'
import { HAS_REASON, processAbout } from '../../processes/index.ts'
import { actorsNamed } from './actors.ts'

/** The four things a notice says (Правила, пункт 35), with their titles. */
export const NOTICE_PARTS = {
  object: 'наименование объекта сертификации',
  authority: 'наименование уполномоченного органа или организации',
  evidence: 'результат мониторинга с показателями критического значения',
  ends_on: 'дата прекращения срока действия сертификата',
} as const
export type NoticePart = keyof typeof NOTICE_PARTS

/** What the guards of a case of a critical value look at. */
export interface CriticalAbout {
  readonly today: string
  /** Special kinds are not monitored (пункт 41). */
  readonly special: boolean
  /** The certificate; null where none is in force today. */
  readonly certificate: { readonly valid_from: string; readonly valid_to: string } | null
  /** A case was decided on the same months before. */
  readonly decidedBefore: boolean
  /** Parts of the notice that are not filled in. */
  readonly noticeLacks: readonly NoticePart[]
  /** The day on which the certificate ends by the notice. */
  readonly ends_on: string | null
  /** Whoever acts has drafted the notice. */
  readonly mine: boolean
  readonly noticeSent: boolean
  readonly reason: string
}

/** A critical value of an object whose certificate is in force, up to its end (Правила, пункты 32–35, 41). */
export const CRITICAL_CASE = processAbout<CriticalAbout>()({
  title: 'Критическое значение после сертификации',
  states: {
    opened: 'выявлено',
    drafted: 'уведомление составлено',
    signed: 'уведомление подписано',
    ended: 'сертификат прекращён',
    closed: 'закрыто без прекращения',
  },
  events: {
    open: 'открыть',
    draft: 'составить уведомление',
    edit: 'изменить уведомление',
    sign: 'подписать',
    send: 'направить уведомление',
    end: 'прекратить сертификат',
    close: 'закрыть без прекращения',
  },
  guards: {
    monitored: {
      holds: ({ special }) => !special,
      says: 'Объекты этого вида после сертификации не наблюдают (п. 41).',
    },
    in_force: { holds: ({ certificate }) => certificate !== null, says: 'Действующего сертификата у объекта нет.' },
    new_evidence: {
      holds: ({ decidedBefore }) => !decidedBefore,
      says: 'По этим месяцам решение уже принято.',
    },
    notice_complete: {
      holds: ({ noticeLacks }) => noticeLacks.length === 0,
      says: ({ noticeLacks }) =>
        `В уведомлении нет: ${noticeLacks.map((part) => NOTICE_PARTS[part]).join(', ')} (п. 35).`,
    },
    ends_in_order: {
      holds: ({ ends_on, today, certificate }) =>
        ends_on !== null && ends_on >= today && certificate !== null && ends_on <= certificate.valid_to,
      says: ({ certificate }) =>
        `Дата прекращения не может быть раньше сегодняшнего дня${certificate === null ? '' : ` и позже ${dayInFigures(certificate.valid_to)}, последнего дня сертификата`}.`,
    },
    four_eyes: { holds: ({ mine }) => !mine, says: 'Уведомление подписывает не тот, кто его составил.' },
    not_sent_yet: { holds: ({ noticeSent }) => !noticeSent, says: 'Уведомление уже направлено.' },
    sent_and_due: {
      holds: ({ noticeSent, ends_on, today }) => noticeSent && ends_on !== null && today >= ends_on,
      says: 'Сертификат прекращают в день, названный в уведомлении, когда оно направлено.',
    },
    has_reason: HAS_REASON,
  },
  actors: actorsNamed('certification.assess', 'certification.decide', 'certification.send', 'job'),
  moves: [
    {
      event: 'open',
      from: [null],
      to: 'opened',
      by: ['job'],
      guards: ['monitored', 'in_force', 'new_evidence'],
      point: '32',
    },
    { event: 'draft', from: ['opened'], to: 'drafted', by: ['certification.assess', 'job'], guards: [], point: '35' },
    { event: 'edit', from: ['drafted'], to: 'same', by: ['certification.assess'], guards: [] },
    {
      event: 'sign',
      from: ['drafted'],
      to: 'signed',
      by: ['certification.decide'],
      guards: ['in_force', 'four_eyes', 'notice_complete', 'ends_in_order'],
      point: '34',
    },
    { event: 'send', from: ['signed'], to: 'same', by: ['certification.send'], guards: ['not_sent_yet'], point: '34' },
    { event: 'end', from: ['signed'], to: 'ended', by: ['job'], guards: ['sent_and_due'], point: '35 г' },
    {
      event: 'close',
      from: ['opened', 'drafted'],
      to: 'closed',
      by: ['certification.decide'],
      guards: ['has_reason'],
    },
  ],
})
