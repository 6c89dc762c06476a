import { dayInFigures } from '../../print/index.ts'
import { processAbout } from '../../processes/index.ts'
import { actorsNamed } from './actors.ts'

/** The six parts of the model of a typical service (Правила, пункт 43 б). */
export const MODEL_PARTS = {
  journey: 'диаграмма пользовательского пути',
  design: 'дизайн-спецификация',
  regulation_sheet: 'эталонный лист оценки регулирования',
  laboratory_sheet: 'эталонный лист лаборатории пользовательского тестирования',
  reception_sheet: 'эталонный лист оценки личного приёма',
  mistakes: 'список типовых ошибок с рекомендациями',
} as const
export type ModelPart = keyof typeof MODEL_PARTS

/** What the guards of a model look at. */
export interface ModelAbout {
  readonly today: string
  /** The typical service itself is certified by section IV (пункт 43 а). */
  readonly certified: boolean
  readonly missing: readonly ModelPart[]
  /** Regions that have not answered in this round, and its last day; null outside of a round. */
  readonly unanswered: number
  readonly roundEnds: string | null
  /** Proposals of closed rounds without a decision. */
  readonly undecided: number
  /** The protocol of the working group, by number and day. */
  readonly protocol: boolean
}

/** The model of a typical service, through rounds of agreement of 14 days, to its approval (Правила, пункты 43–45). */
export const TYPICAL_MODEL = processAbout<ModelAbout>()({
  title: 'Модель типовой услуги',
  states: {
    draft: 'проект',
    on_agreement: 'на согласовании',
    in_revision: 'дорабатывается',
    approved: 'утверждена',
  },
  events: {
    begin: 'начать модель',
    edit: 'изменить',
    present: 'представить рабочей группе и направить в субъекты',
    answer: 'согласовать или предложить доработку',
    close_round: 'завершить круг согласования',
    approve: 'утвердить',
  },
  guards: {
    certified: { holds: ({ certified }) => certified, says: 'Типовая услуга ещё не прошла сертификацию (п. 43 «а»).' },
    six_parts: {
      holds: ({ missing }) => missing.length === 0,
      says: ({ missing }) => `В модели нет: ${missing.map((part) => MODEL_PARTS[part]).join(', ')} (п. 43 «б»).`,
    },
    round_over: {
      holds: ({ unanswered, roundEnds, today }) => unanswered === 0 || (roundEnds !== null && today > roundEnds),
      says: ({ unanswered, roundEnds }) =>
        `Не ответили субъекты: ${unanswered}. Круг завершают, когда ответят все или после ${dayInFigures(roundEnds ?? '')} (п. 44).`,
    },
    proposals_decided: {
      holds: ({ undecided }) => undecided === 0,
      says: ({ undecided }) => `Предложений без решения: ${undecided}. Примите или отклоните их (п. 45).`,
    },
    has_protocol: {
      holds: ({ protocol }) => protocol,
      says: 'Не указаны номер и дата протокола рабочей группы (п. 45).',
    },
  },
  actors: actorsNamed('typical.prepare', 'typical.answer', 'typical.approve'),
  moves: [
    { event: 'begin', from: [null], to: 'draft', by: ['typical.prepare'], guards: ['certified'], point: '43' },
    { event: 'edit', from: ['draft', 'in_revision'], to: 'same', by: ['typical.prepare'], guards: [], point: '45' },
    {
      event: 'present',
      from: ['draft', 'in_revision'],
      to: 'on_agreement',
      by: ['typical.prepare'],
      guards: ['six_parts', 'proposals_decided'],
      point: '44',
    },
    // Late answers count while the round is open.
    { event: 'answer', from: ['on_agreement'], to: 'same', by: ['typical.answer'], guards: [], point: '44' },
    {
      event: 'close_round',
      from: ['on_agreement'],
      to: 'in_revision',
      by: ['typical.prepare'],
      guards: ['round_over'],
    },
    {
      event: 'approve',
      from: ['in_revision'],
      to: 'approved',
      by: ['typical.approve'],
      guards: ['six_parts', 'proposals_decided', 'has_protocol'],
      point: '45',
    },
  ],
})
