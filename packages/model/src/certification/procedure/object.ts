import { dayInFigures } from '../../print/index.ts'
import { HAS_REASON, processAbout } from '../../processes/index.ts'
import { type Part, PARTS } from '../score/schemes.ts'
import { actorsNamed } from './actors.ts'

/** What the guards of an object's procedure look at. */
export interface ObjectAbout {
  readonly today: string
  /** The list of the year that the object stands in is approved. */
  readonly listApproved: boolean
  /** Parts of its kind whose sheets are not signed. */
  readonly unsigned: readonly Part[]
  /** Requests for information that were not answered, with the last day for it. */
  readonly openRequests: readonly { readonly due: string }[]
  /** The last day of the request that is being made. */
  readonly requestDue: string | null
  /** Whoever acts has submitted the level. */
  readonly mine: boolean
  /** A sheet was changed after the level was submitted. */
  readonly sheetsChanged: boolean
  /** Papers that the outcome needs and that are not made. */
  readonly papersMissing: readonly string[]
  /** Both are known: the authority and the responsible person (пункт 25). */
  readonly addressees: boolean
  readonly reason: string
}

/** The certification of one object of the year, from its assessments to the papers (Правила, пункты 17–25). */
export const OBJECT_PROCEDURE = processAbout<ObjectAbout>()({
  title: 'Сертификация объекта',
  states: {
    assessing: 'идёт оценка',
    on_review: 'уровень на проверке',
    fixed: 'уровень определён',
    sent: 'документы направлены',
    excluded: 'исключён',
  },
  events: {
    begin: 'начать сертификацию',
    request: 'запросить информацию',
    submit: 'передать уровень на проверку',
    return: 'вернуть на доработку',
    fix: 'определить уровень',
    send: 'направить документы',
    exclude: 'исключить из процедуры',
  },
  guards: {
    list_approved: {
      holds: ({ listApproved }) => listApproved,
      says: 'Перечень отчётного года ещё не утверждён (п. 12).',
    },
    due_ahead: {
      holds: ({ requestDue, today }) => requestDue !== null && requestDue > today,
      says: 'Срок ответа на запрос не указан или уже прошёл. Укажите день в будущем.',
    },
    all_signed: {
      holds: ({ unsigned }) => unsigned.length === 0,
      says: ({ unsigned }) =>
        `Листы не подписаны: ${unsigned.map((part) => PARTS[part].title.toLowerCase()).join(', ')}.`,
    },
    requests_settled: {
      holds: ({ openRequests, today }) => openRequests.every(({ due }) => due < today),
      says: ({ openRequests }) =>
        `Ответа на запрос информации ждут до ${dayInFigures(
          openRequests
            .map(({ due }) => due)
            .toSorted()
            .at(-1) ?? '',
        )}. После этого показатель равен 0 (п. 21).`,
    },
    four_eyes: { holds: ({ mine }) => !mine, says: 'Уровень определяет не тот, кто передал его на проверку.' },
    sheets_unchanged: {
      holds: ({ sheetsChanged }) => !sheetsChanged,
      says: 'Лист оценки изменён после передачи на проверку. Верните уровень и передайте его снова.',
    },
    papers_made: {
      holds: ({ papersMissing }) => papersMissing.length === 0,
      says: ({ papersMissing }) => `Не составлены: ${papersMissing.join(', ')}.`,
    },
    has_addressees: {
      holds: ({ addressees }) => addressees,
      says: 'Не указаны уполномоченный орган и ответственный за клиентоцентричность, которым направляют документы (п. 25).',
    },
    has_reason: HAS_REASON,
  },
  actors: actorsNamed('certification.assess', 'certification.decide', 'certification.send'),
  moves: [
    {
      event: 'begin',
      from: [null],
      to: 'assessing',
      by: ['certification.assess'],
      guards: ['list_approved'],
      point: '17',
    },
    {
      event: 'request',
      from: ['assessing'],
      to: 'same',
      by: ['certification.assess'],
      guards: ['due_ahead'],
      point: '21',
    },
    {
      event: 'submit',
      from: ['assessing'],
      to: 'on_review',
      by: ['certification.assess'],
      guards: ['all_signed', 'requests_settled'],
      point: '20',
    },
    {
      event: 'return',
      from: ['on_review'],
      to: 'assessing',
      by: ['certification.decide'],
      guards: ['has_reason'],
    },
    {
      event: 'fix',
      from: ['on_review'],
      to: 'fixed',
      by: ['certification.decide'],
      guards: ['four_eyes', 'sheets_unchanged'],
      point: '17 д',
    },
    {
      event: 'send',
      from: ['fixed'],
      to: 'sent',
      by: ['certification.send'],
      guards: ['papers_made', 'has_addressees'],
      point: '25',
    },
    {
      event: 'exclude',
      from: ['assessing', 'on_review'],
      to: 'excluded',
      by: ['certification.decide'],
      guards: ['has_reason'],
      point: '14',
    },
  ],
})
